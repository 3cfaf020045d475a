/** What a browser says of itself, in two words that its owner knows again: never the whole line, which tells people apart. */
export type Device = { browser: string; system: string };

// Order matters: Edge and Samsung's browser call themselves Chrome too, and Chrome calls itself Safari.
const browsers: [RegExp, string][] = [
	[/\bEdgA?\//, 'Edge'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\bOPR\//, 'Opera'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];
const systems: [RegExp, string][] = [
	[/\b(iPhone|iPad)\b/, 'iOS'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b/, 'Linux']
];

export function deviceOf(userAgent: string): Device {
	return { browser: nameIn(browsers, userAgent), system: nameIn(systems, userAgent) };
}

/** Empty when we cannot tell. */
function nameIn(names: [RegExp, string][], userAgent: string): string {
	return names.find(([mark]) => mark.test(userAgent))?.[1] ?? '';
}
