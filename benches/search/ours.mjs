// Builds Deltascope's search for Node: cargo, then wasm-bindgen as `cargo xtask build` keeps it.

import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '0.2.129';
const FOLDER = fileURLToPath(new URL('ours', import.meta.url));

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error ?? `exit ${status}`}`);
}

/** The tool of xtask's cache, or the one on the path. */
function bindgen() {
  const caches = [process.env.XDG_CACHE_HOME, join(homedir(), '.cache'), join(homedir(), 'Library/Caches'), process.env.LOCALAPPDATA];
  const kept = caches.filter(Boolean).map((cache) => join(cache, 'deltascope/tools', `wasm-bindgen-${VERSION}`, 'bin/wasm-bindgen'));
  return kept.find(existsSync) ?? 'wasm-bindgen';
}

/** Leaves the module as `ours/pkg/ours.cjs`. */
export function buildOurs() {
  const target = join(FOLDER, 'target');
  run('cargo', ['build', '--release', '--locked', '--target', 'wasm32-unknown-unknown', '--target-dir', target]);
  const wasm = join(target, 'wasm32-unknown-unknown/release/deltascope_search_bench.wasm');
  run(bindgen(), ['--target', 'nodejs', '--out-dir', 'pkg', '--out-name', 'ours', wasm]);
  renameSync(join(FOLDER, 'pkg/ours.js'), join(FOLDER, 'pkg/ours.cjs'));
}
