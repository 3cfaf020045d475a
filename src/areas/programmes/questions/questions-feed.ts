import { getLocale } from '#words/addresses';
import { xml } from '#shared/xml';
import * as m from '#words';
import type { QuestionsView } from './server/public.ts';

/** Atom (RFC 4287): one entry an answer, with an id that stays, updated when it is changed. */
export function questionsAtom(view: QuestionsView, { host, page }: { host: string; page: string }): string {
	const entries = view.answers.map((one) =>
		[
			`<entry xml:lang="${xml(one.language)}">`,
			`<id>urn:uuid:${one.id}</id>`,
			`<title>${xml(one.question)}</title>`,
			`<published>${one.publishedAt.instant.toISOString()}</published>`,
			`<updated>${(one.changedAt ?? one.publishedAt).instant.toISOString()}</updated>`,
			`<link rel="alternate" type="text/html" href="${xml(page)}#answer-${one.id}"/>`,
			`<content type="text">${xml(one.answer)}</content>`,
			'</entry>'
		].join('\n')
	);
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${getLocale()}">`,
		`<id>${xml(page)}/feed.atom</id>`,
		`<title>${xml(m.asking_qa_title_of({ programme: view.name }))}</title>`,
		`<author><name>${xml(view.host || host)}</name></author>`,
		`<updated>${view.changedAt.toISOString()}</updated>`,
		`<link rel="self" type="application/atom+xml" href="${xml(page)}/feed.atom"/>`,
		`<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
		'<generator>Placard</generator>',
		...entries,
		'</feed>',
		''
	].join('\n');
}

/** The same for other programs. */
export function questionsJson({ name, slug, answers }: QuestionsView, page: string) {
	return {
		programme: name,
		slug,
		url: page,
		questions: answers.map(({ id, question, answer, language, publishedAt, changedAt }) => ({
			id,
			url: `${page}#answer-${id}`,
			question,
			answer,
			language,
			published: publishedAt.instant.toISOString(),
			changed: changedAt?.instant.toISOString() ?? null
		}))
	};
}
