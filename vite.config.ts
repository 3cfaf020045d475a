import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { languages } from './src/words/compile.ts';

export default defineConfig({
	plugins: [
		paraglideVitePlugin(languages),
		sveltekit({
			adapter: adapter({ precompress: true }),
			// Nothing inline without the nonce, nothing from anywhere else. The host's own colour comes from /brand.css.
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['strict-dynamic'],
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
