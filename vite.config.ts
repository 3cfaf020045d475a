import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { enhancements } from './src/enhance/bundle.ts';
import { mendedDriver } from './src/server/db/mended-driver.ts';
import { languages } from './src/words/compile.ts';

export default defineConfig({
	// Old phones: what these lack (ranges in media queries, say) is written out for them.
	build: { cssTarget: ['chrome90', 'firefox80', 'safari15'] },
	plugins: [
		paraglideVitePlugin(languages),
		mendedDriver(),
		enhancements(),
		sveltekit({
			adapter: adapter({ precompress: true }),
			// Nothing inline without the nonce, nothing from anywhere else. The host's own colour comes from /brand.css.
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					// The hook adds the nonce; 'self' is read only by browsers too old for 'strict-dynamic'.
					'script-src': ['strict-dynamic', 'self'],
					'style-src': ['self'],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'media-src': ['self', 'blob:'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'frame-ancestors': ['none']
				}
			}
		})
	]
});
