import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { mendedDriver } from './src/server/db/mended-driver.ts';
import { languages } from './src/words/compile.ts';

export default defineConfig({
	plugins: [paraglideVitePlugin(languages), mendedDriver(), sveltekit()],
	test: {
		environment: 'node',
		// The driver as the server has it.
		server: { deps: { inline: ['postgres'] } },
		include: ['{src,cli,db,packages,scripts,tests}/**/*.test.ts'],
		exclude: ['tests/journeys/**', 'node_modules/**'],
		globalSetup: ['./tests/postgres.ts'],
		// Each file has its own pool on the one server; two cores bear two files at a time.
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 180_000
	}
});
