// Everything that must hold, in order; closes with `N passed, N failed`. `--prove` runs the long proofs in full and
// turns what cannot be had here into failures.
import { existsSync } from 'node:fs';
import { findChromium, noBrowser } from '../tests/browser/chromium.ts';
import { secondPostgres } from '../tests/test-server.ts';
import { checkAll } from './check.ts';
import { proveAll } from './prove.ts';
import { report, sum, type Outcome } from './report.ts';
import { skip, vitest } from './suites.ts';

const strict = process.argv.includes('--prove');

function onSecondPostgres(): Outcome {
	const second = secondPostgres();
	if (!second)
		return skip(
			'a second PostgreSQL',
			'none is on this machine (on Debian: apt-get install postgresql)',
			strict
		);
	// The areas and foundations use every query; what has none needs no second database.
	return vitest(`areas and foundations on PostgreSQL ${second.version}`, ['src/areas', 'src/server'], {
		TEST_POSTGRES: String(second.version)
	});
}

async function journeys(): Promise<Outcome> {
	if (!(await findChromium())) return skip('the journeys', noBrowser, strict);
	return vitest('journeys in Chromium', ['--config', 'vitest.journeys.config.ts']);
}

const outcomes: Outcome[] = [];
outcomes.push(checkAll());
if (existsSync('build/handler.js')) {
	outcomes.push(vitest('packages, areas, access and leaks on PostgreSQL 18', []));
	outcomes.push(onSecondPostgres());
	outcomes.push(await journeys());
	outcomes.push(await proveAll({ full: strict }));
} else outcomes.push({ passed: 0, failed: 1, skipped: 0 });
report(sum(outcomes));
