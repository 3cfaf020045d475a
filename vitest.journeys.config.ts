import { mergeConfig } from 'vitest/config';
import units from './vitest.config.ts';

/**
 * The browser stories: against the built server, two files at a time, which is what two cores bear. A browser on a busy
 * machine fails by chance about once in a thousand stories; what needs its second try is printed with `retry x1`.
 */
const { test: unit, ...rest } = units as { test: object };
export default mergeConfig(rest, {
	test: {
		...unit,
		include: ['tests/journeys/**/*.journey.ts'],
		exclude: ['node_modules/**'],
		maxWorkers: 2,
		testTimeout: 300_000,
		retry: 1
	}
});
