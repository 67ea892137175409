// Files that the page saves, as the trail, the table and the images do: the name that they get, and lists as
// CSV. Who needs it asks for it by the address that it has been asked for itself, so that another try for the
// one is another try for both.

/** Saves what a file holds under a name of today. */
export function download(parts, ending, media) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: media }));
  link.download = `deltascope-${new Date().toLocaleDateString('sv')}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. What they would run stays text. */
export function csv(rows) {
  const plain = (field) => (/^[=+\-@\t]/.test(field) ? `'${field}` : field).replaceAll('"', '""');
  const line = (fields) => fields.map((field) => `"${plain(field)}"`).join(',');
  return `\u{feff}${rows.map(line).join('\r\n')}\r\n`;
}
