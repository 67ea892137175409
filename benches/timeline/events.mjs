// Events made on the spot, the same for each number: phases of initiatives over a quarter of a century,
// each with a name of six to sixteen characters, in crowds and in gaps as real ones.

const KINDS = ['law', 'plan', 'policy', 'programme', 'platform', 'alliance', 'fund', 'corridor', 'project', 'cluster', 'centre', 'event'];
const PHASES = ['proposed', 'adopted', 'signed', 'issued', 'in_force', 'launched', 'established', 'held', 'listed', 'completed'];
const PARTS = ['区域', '科技', '创新', '共享', '协同', '研究', '产业', '仪器', '数据', '绿色', '联合', '平台', '中心', '计划', '行动', '走廊'];
const DAY = 86_400_000;
const FIRST = Date.UTC(2001, 0, 1);
const DAYS = 9000;

/** Numbers from 0 to 1, the same each time (mulberry32). */
export function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many events: `{ id, initiative, kind, name, phase, start, end }`, days as `2024-06-05`. */
export function events(count) {
  const roll = dice(count);
  const pick = (list) => list[Math.floor(roll() * list.length)];
  const day = (at) => new Date(FIRST + at * DAY).toISOString().slice(0, 10);
  const initiatives = Array.from({ length: Math.ceil(count / 5) }, (_, at) => ({
    id: `i${String(at).padStart(6, '0')}`,
    kind: pick(KINDS),
    name: Array.from({ length: 3 + Math.floor(roll() * 6) }, () => pick(PARTS)).join(''),
    from: Math.floor(DAYS * Math.sqrt(roll())),
  }));
  return Array.from({ length: count }, (_, at) => {
    const { id, kind, name, from } = initiatives[Math.floor(at / 5)];
    const start = Math.min(DAYS, from + Math.floor(roll() * 700));
    // One in four lasts.
    const end = roll() < 0.25 ? start + 20 + Math.floor(roll() * 300) : start;
    return { id: `e${String(at).padStart(6, '0')}`, initiative: id, kind, name, phase: pick(PHASES), start: day(start), end: day(end) };
  });
}
