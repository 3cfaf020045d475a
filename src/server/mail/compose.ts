import * as m from '#words';
import { localizeHref } from '#words/addresses';
import { inLanguage } from '#words/language';
import { isUnreviewed } from '#words/tongues';
import { absolute } from '#shared/public-address';
import type { Context, Details } from '#server/use-case';
import { asHtml } from './html.ts';
import { asText } from './text.ts';
import { mintCalled, templateCalled, type Block, type Minted } from './templates.ts';

export type Wording = { subject: string; text: string; html: string };
/** What goes to the person, and the same words with every secret left out: all that is ever kept or shown. */
export type Composed = { sent: Wording; kept: Wording; secrets: string[] };
export type Draft = { template: string; locale: string; details: Details };

/** The words as staff may read them: where a secret will be, a placeholder. Makes no secret. */
export async function preview(context: Context, draft: Draft): Promise<Wording | undefined> {
	const read = await written(context, draft);
	return read && worded(draft.locale, read.subject, hidden(draft.locale, read.body));
}

/** The words as they are sent now, with secrets made for this sending. Nothing left to say: undefined. */
export async function compose(context: Context, draft: Draft): Promise<Composed | undefined> {
	const read = await written(context, draft);
	const minted = read && (await mintAll(context, draft, read.body));
	if (!minted) return undefined;
	const revealed = read.body.map((block) => reveal(block, (name) => minted.get(name)));
	return {
		sent: worded(draft.locale, read.subject, revealed),
		kept: worded(draft.locale, read.subject, hidden(draft.locale, read.body)),
		secrets: [...minted.values()]
	};
}

async function written(context: Context, { template, locale, details }: Draft) {
	const letter = templateCalled(template);
	if (!letter) throw new Error(`There is no template called ${template}`);
	const view = await inLanguage(locale, () => letter.on(context, details));
	if (view === undefined) return undefined;
	return inLanguage(locale, () => ({ subject: oneLine(letter.subject(view)), body: letter.body(view) }));
}

/** Each mint once a letter, even when several of the things it makes are used. */
async function mintAll(context: Context, { locale, details }: Draft, body: Block[]) {
	const all = new Map<string, string>();
	for (const name of new Set(secretsIn(body).map((secret) => secret.split('.')[0]!))) {
		const minted = await mintCalled(name)(context, details);
		if (minted === undefined) return undefined;
		for (const [key, value] of parts(name, minted)) all.set(key, inFull(value, locale));
	}
	return all;
}

function secretsIn(body: Block[]): string[] {
	return body.flatMap((block) => (typeof block === 'object' && 'secret' in block ? [block.secret] : []));
}

function parts(name: string, minted: Minted): [string, string][] {
	if (typeof minted === 'string') return [[name, minted]];
	return Object.entries(minted).map(([part, value]) => [`${name}.${part}`, value]);
}

function inFull(value: string, locale: string): string {
	return value.startsWith('/') ? inLanguage(locale, () => absolute(localizeHref(value))) : value;
}

function hidden(locale: string, body: Block[]): Block[] {
	const placeholder = inLanguage(locale, () => m.mail_secret_placeholder());
	return body.map((block) => reveal(block, () => placeholder));
}

/** A secret becomes a link when it is an address, and a line to keep when it is a code. */
function reveal(block: Block, value: (name: string) => string | undefined): Block {
	if (typeof block === 'string' || !('secret' in block)) return block;
	const shown = value(block.secret);
	if (shown === undefined) throw new Error(`The mint does not make ${block.secret}`);
	return /^https?:/.test(shown) ? { link: shown, words: block.words } : { facts: [[block.words, shown]] };
}

function worded(locale: string, subject: string, body: Block[]): Wording {
	const full = inLanguage(locale, () => [...body.map(withWholeLinks), ...unreviewed()]);
	return { subject, text: asText(full), html: asHtml(full, locale, subject) };
}

/** A letter in a language that no speaker has checked says so at its end. */
function unreviewed(): Block[] {
	return isUnreviewed() ? [m.common_unreviewed()] : [];
}

function withWholeLinks(block: Block): Block {
	return typeof block === 'object' && 'link' in block
		? { ...block, link: absolute(localizeHref(block.link)) }
		: block;
}

/** A subject is one line of at most 200 characters: no control characters, so no second header. */
function oneLine(text: string): string {
	return text
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.trim()
		.slice(0, 200);
}
