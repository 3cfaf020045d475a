import { directionOf } from '#words/addresses';
import type { Block } from './templates.ts';

/** The simple HTML part: the same words, no picture, nothing fetched from anywhere, nothing that tells of reading. */
export function asHtml(body: Block[], locale: string, title: string): string {
	return `<!doctype html>
<html lang="${escaped(locale)}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body style="margin:0 auto;padding:16px;max-width:600px;font:16px/1.5 sans-serif;overflow-wrap:anywhere">
${body.map(element).join('\n')}
</body>
</html>
`;
}

function element(block: Block): string {
	if (typeof block === 'string') return `<p>${withBreaks(block)}</p>`;
	if ('heading' in block) return `<h2 style="font-size:20px">${escaped(block.heading)}</h2>`;
	if ('list' in block) return `<ul>${block.list.map((item) => `<li>${withBreaks(item)}</li>`).join('')}</ul>`;
	if ('facts' in block)
		return `<p>${block.facts.map(([label, value]) => `${escaped(label)}: <strong>${withBreaks(value)}</strong>`).join('<br>')}</p>`;
	if ('link' in block)
		return `<p>${escaped(block.words)}:<br><a href="${escaped(block.link)}">${escaped(block.link)}</a></p>`;
	throw new Error('A secret was not made before the letter was written out');
}

function withBreaks(text: string): string {
	return escaped(text).replace(/\r\n?|\n/g, '<br>');
}

function escaped(text: string): string {
	return text
		.replace(/[^\P{Cc}\n\r\t]/gu, '')
		.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
