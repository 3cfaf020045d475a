import { expect, test } from 'vitest';
import { xml } from './xml.ts';

test('text for XML ends no element and no attribute, and holds nothing that XML cannot hold', () => {
	expect(xml(`<a href="x" title='y'>&</a>`)).toBe(
		'&lt;a href=&quot;x&quot; title=&apos;y&apos;&gt;&amp;&lt;/a&gt;'
	);
	expect(xml('a\u0000b\u0008c\ufffed\tŵ😀')).toBe('abcd\tŵ😀');
	expect(xml('\ud800')).toBe('\ufffd');
});
