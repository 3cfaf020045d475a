/** The same with names_like_this, as files have them. */
export function snaked<Shape extends object>(shape: Shape): Record<string, unknown> {
	return Object.fromEntries(Object.entries(shape).map(([name, value]) => [snake(name), snakedValue(value)]));
}

function snakedValue(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(snakedValue);
	return typeof value === 'object' && value !== null ? snaked(value) : value;
}

function snake(name: string): string {
	return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
