// Deltascope's own search, compiled to WebAssembly.

import { Engine } from '../ours/pkg/ours.cjs';

export const name = 'Deltascope';

export function build(articles) {
  const engine = new Engine();
  for (const { id, title, body } of articles) engine.add(id, title, body);
  engine.build();
  return {
    search: (query) => engine.search(query),
    screen: (query) => engine.screen(query),
    id: (at) => engine.id(at),
    bytes: null,
  };
}
