// FlexSearch with its encoder for Chinese, Japanese and Korean.

import FlexSearch from 'flexsearch';

export const name = 'FlexSearch, CJK';

export function build(articles) {
  const index = new FlexSearch.Index({ encoder: FlexSearch.Charset.CJK, tokenize: 'forward' });
  articles.forEach(({ title, body }, at) => index.add(at, `${title}\n${body}`));
  return {
    search: (query) => index.search(query, { limit: articles.length }).map((at) => articles[at].id),
    bytes: () => {
      const parts = [];
      index.export((key, data) => parts.push(data ?? ''));
      return Buffer.from(parts.join(''));
    },
  };
}
