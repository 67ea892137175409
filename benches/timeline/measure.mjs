// What is measured, in the page: the work of a step, and the work until a timeline stands.
//
// Work is what the page does, and not what it waits for: the time in which the step is told, with
// the microtasks after it; then each frame from its beginning until it is painted.

window.bench = {
  /** Milliseconds of work of a step that is done when `settled()` holds; waits for at most a minute. */
  async step(act, settled = () => true) {
    let work = 0;
    const next = () =>
      new Promise((done) => {
        requestAnimationFrame(() => {
          const begun = performance.now();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            work += performance.now() - begun;
            done();
          };
          port2.postMessage(0);
        });
      });
    // The frame of the step begins before anything that the step asks for in it.
    const frame = next();
    const begun = performance.now();
    const pending = act();
    for (let nth = 0; nth < 100; nth += 1) await null;
    work += performance.now() - begun;
    await pending;
    await frame;
    const late = performance.now() + 60_000;
    while (!settled() && performance.now() < late) await next();
    return work;
  },

  /** Milliseconds until what is asked for stands painted. */
  async paint(act, stands) {
    const begun = performance.now();
    act();
    const late = begun + 300_000;
    do {
      await new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(0);
        });
      });
    } while (!stands() && performance.now() < late);
    return stands() ? performance.now() - begun : Number.NaN;
  },
};
