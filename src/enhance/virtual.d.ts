declare module 'virtual:enhance' {
	/** The address of the script that every page loads. */
	const address: string;
	export default address;
}
