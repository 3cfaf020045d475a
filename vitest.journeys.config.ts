import { mergeConfig } from 'vitest/config';
import units from './vitest.config.ts';

/** The browser stories: against the built server, one file at a time so that two cores bear it. */
const { test: unit, ...rest } = units as { test: object };
export default mergeConfig(rest, {
	test: {
		...unit,
		include: ['tests/journeys/**/*.journey.ts'],
		exclude: ['node_modules/**'],
		fileParallelism: false,
		testTimeout: 300_000
	}
});
