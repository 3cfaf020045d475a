import * as m from '#words';
import { getLocale } from '#words/addresses';
import { xml } from '#shared/xml';
import type { CallList, CallView } from './server/call-views.ts';
import { datesShown } from './call-dates-shown.ts';
import { callJson } from './call-json.ts';
import { statusOf } from './call-words.ts';

/** Where the list of programmes and each call live, whole addresses in the reader's language; and whose they are. */
export type Addresses = { host: string; list: string; of: (call: CallView) => string };

/** What changed last comes first. */
export function latestFirst({ open, soon, past }: CallList): CallView[] {
	return [...open, ...soon, ...past].toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
}

/** Atom (RFC 4287): one entry a call, with an id that stays, updated when the call or the clock changes it. */
export function callsAtom(list: CallList, addresses: Addresses): string {
	const calls = latestFirst(list);
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${getLocale()}">`,
		`<id>${xml(addresses.list)}/feed.atom</id>`,
		`<title>${xml(titleOf(addresses))}</title>`,
		`<author><name>${xml(addresses.host)}</name></author>`,
		`<updated>${(calls[0]?.changedAt ?? new Date(0)).toISOString()}</updated>`,
		`<link rel="self" type="application/atom+xml" href="${xml(addresses.list)}/feed.atom"/>`,
		`<link rel="alternate" type="text/html" href="${xml(addresses.list)}"/>`,
		'<generator>Placard</generator>',
		...calls.map((call) => atomEntry(call, addresses.of(call))),
		'</feed>',
		''
	].join('\n');
}

function atomEntry(call: CallView, address: string): string {
	return [
		'<entry>',
		`<id>urn:uuid:${call.id}</id>`,
		`<title>${xml(call.name)}</title>`,
		...(call.says.host ? [`<author><name>${xml(call.says.host)}</name></author>`] : []),
		`<published>${(call.publishedAt ?? call.changedAt).toISOString()}</published>`,
		`<updated>${call.changedAt.toISOString()}</updated>`,
		`<link rel="alternate" type="text/html" href="${xml(address)}"/>`,
		`<category term="${call.phase}"/>`,
		`<summary>${xml(statusOf(call))}</summary>`,
		`<content type="text">${xml(textOf(call))}</content>`,
		'</entry>'
	].join('\n');
}

/** JSON Feed 1.1 (jsonfeed.org). */
export function callsJsonFeed(list: CallList, addresses: Addresses) {
	return {
		version: 'https://jsonfeed.org/version/1.1',
		title: titleOf(addresses),
		authors: [{ name: addresses.host }],
		home_page_url: addresses.list,
		feed_url: `${addresses.list}/feed.json`,
		language: getLocale(),
		items: latestFirst(list).map((call) => ({
			id: `urn:uuid:${call.id}`,
			url: addresses.of(call),
			title: call.name,
			summary: statusOf(call),
			content_text: textOf(call),
			date_published: (call.publishedAt ?? call.changedAt).toISOString(),
			date_modified: call.changedAt.toISOString(),
			...(call.says.host ? { authors: [{ name: call.says.host }] } : {}),
			tags: [call.phase]
		}))
	};
}

/** The calls that one can apply to now, for other sites to list. */
export function openCallsJson({ open }: CallList, addresses: Addresses) {
	return { calls: open.map((call) => callJson(call, addresses.of(call))) };
}

function titleOf({ host }: Addresses): string {
	return `${m.call_feed_title()} – ${host}`;
}

function textOf(call: CallView): string {
	const dates = datesShown(call).map(({ name, words }) => `${name}: ${words}`);
	return [call.says.summary, call.says.purpose, dates.join('\n')].filter(Boolean).join('\n\n');
}
