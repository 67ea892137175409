// The service worker in a page, waited for by its own states.

import assert from 'node:assert/strict';
import { visit } from './app.mjs';

/** A new profile with one page, in which the service worker may run. */
export async function visitWithWorker(world, test) {
  const page = await visit(world, test, null, { serviceWorkers: 'allow' });
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...rest) {
      window.registered = register.apply(this, rest);
      return window.registered;
    };
  });
  return page;
}

/** Waits until the worker holds the whole build and answers for this page; fails where it cannot install. */
export async function held(page) {
  await page.waitForFunction(() => window.registered);
  const is = await page.evaluate(async () => {
    const { active, waiting, installing } = await window.registered;
    const worker = active ?? waiting ?? installing;
    while (worker && !['activated', 'redundant'].includes(worker.state)) {
      await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    }
    const workers = navigator.serviceWorker;
    if (worker?.state === 'activated' && !workers.controller) {
      await new Promise((done) => workers.addEventListener('controllerchange', done, { once: true }));
    }
    return worker?.state ?? 'gone';
  });
  assert.equal(is, 'activated', 'the service worker could not install: a file is missing, or is of another build');
}
