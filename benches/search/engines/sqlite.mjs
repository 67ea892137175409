// SQLite's full-text index over three neighbouring characters; shorter queries by LIKE.

import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

export const name = 'SQLite FTS5 trigram (wasm)';

export async function build(articles) {
  const sqlite = await sqlite3InitModule();
  const db = new sqlite.oo1.DB(':memory:');
  db.exec("CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, title, body, tokenize = 'trigram')");
  db.exec('BEGIN');
  const insert = db.prepare('INSERT INTO t VALUES (?, ?, ?)');
  for (const { id, title, body } of articles) insert.bind([id, title, body]).stepReset();
  insert.finalize();
  db.exec('COMMIT');
  const match = db.prepare('SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 2, 1)');
  const ids = (statement, values) => {
    const out = [];
    statement.bind(values);
    while (statement.step()) out.push(statement.get(0));
    statement.reset();
    return out;
  };
  return {
    search(query) {
      const parts = query.split(' ');
      if (parts.every((part) => [...part].length > 2)) {
        return ids(match, [parts.map((part) => `"${part.replaceAll('"', '""')}"`).join(' AND ')]);
      }
      const like = parts.map(() => "(title || char(10) || body) LIKE ?").join(' AND ');
      const statement = db.prepare(`SELECT id FROM t WHERE ${like}`);
      const found = ids(statement, parts.map((part) => `%${part}%`));
      statement.finalize();
      return found;
    },
    bytes: () => sqlite.capi.sqlite3_js_db_export(db),
  };
}
