/** Thirty lines made for each request, so that there is something to write out and nothing to wait for. */
export const load = () => ({
	lines: Array.from({ length: 30 }, (_, number) => ({ number, text: `Line ${number} of thirty` }))
});
