// Baseline: all texts, lower case, scanned by JavaScript's own search.

export const name = 'plain scan in JavaScript';

export function build(articles) {
  const texts = articles.map(({ title, body }) => `${title}\n${body}`.normalize('NFKC').toLowerCase());
  return {
    search(query) {
      const parts = query.normalize('NFKC').toLowerCase().split(' ');
      const found = [];
      for (let at = 0; at < texts.length; at += 1) {
        if (parts.every((part) => texts[at].includes(part))) found.push(articles[at].id);
      }
      return found;
    },
    bytes: null,
  };
}
