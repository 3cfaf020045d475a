import type { Block } from './templates.ts';

/** The plain part. Addresses stand on lines of their own, so that every mail program makes them links. */
export function asText(body: Block[]): string {
	return body.map((block) => clean(lines(block))).join('\n\n') + '\n';
}

function lines(block: Block): string {
	if (typeof block === 'string') return block;
	if ('heading' in block) return `${block.heading}\n${'-'.repeat(Math.min(block.heading.length, 60))}`;
	if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
	if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
	if ('link' in block) return `${block.words}:\n${block.link}`;
	throw new Error('A secret was not made before the letter was written out');
}

/** Line ends and tabs stay; other control characters that people paste do not. */
function clean(text: string): string {
	return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}
