import type { Link } from '#ui';
import * as m from '#words';
import { localizeHref } from '#words/addresses';
import type { ExpressionView } from './server/expression-views.ts';

/** What can be done from the list of a call's expressions: pages of their own. */
export function listLinks(slug: string): Link[] {
	const base = `/desk/programmes/${slug}`;
	return [
		{ href: localizeHref(`${base}/expressions/new`), text: m.paper_new() },
		{ href: localizeHref(`${base}/typing`), text: m.paper_title() },
		{ href: localizeHref(`${base}/tags`), text: m.caseload_tags_title() },
		{ href: localizeHref(`${base}/activity`), text: m.caseload_activity_title() }
	];
}

/** What can be done with one of them. */
export function oneLinks({ call, reference, state, enteredFrom }: ExpressionView): Link[] {
	const base = `/desk/programmes/${call.slug}`;
	const typing = `${base}/typing/${reference}`;
	if (state === 'draft') return [{ href: localizeHref(typing), text: m.paper_go_on({ reference }) }];
	return [
		{ href: localizeHref(`${base}/expressions/${reference}/extend`), text: m.care_more_do() },
		{ href: localizeHref(`${base}/expressions/${reference}/more`), text: m.sorting_ask_link() },
		{ href: localizeHref(`${base}/expressions/${reference}/interview`), text: m.sorting_talk_link() },
		{ href: localizeHref(`${base}/expressions/${reference}/panel`), text: m.panel_one_link() },
		{ href: localizeHref(`${base}/expressions/${reference}/decision`), text: m.release_link() },
		{ href: localizeHref(`${base}/expressions/${reference}/spam`), text: m.sorting_spam_link() },
		{ href: localizeHref(`${base}/expressions/${reference}/delete`), text: m.keeping_early_link() },
		...(enteredFrom
			? [
					{ href: localizeHref(`${typing}/receipt`), text: m.paper_receipt() },
					{ href: localizeHref(`${typing}/withdraw`), text: m.paper_withdraw_link() }
				]
			: [])
	];
}
