/** Every page there is, by its address in this folder: '/programmes/[slug]'. */
export const pages = Object.keys(import.meta.glob('/src/routes/**/+page.svelte'))
	.map((file) => file.replace(/^\/src\/routes/, '').replace(/\/\+page\.svelte$/, '') || '/')
	.toSorted();
