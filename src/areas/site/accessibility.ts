import * as m from '#words';
import { sentenceOfDay } from '#words/dates';
import { list, part, text, type Block, type Part } from './notice.ts';

/** What the browser stories did on a page and found nothing wrong: they write it, nobody else does. */
export const checks = ['light', 'dark', 'narrow', 'keyboard', 'no-script'] as const;
export type Check = (typeof checks)[number];

/** accessibility-coverage.json, as `npm run accessibility` writes it after a run without a failure. */
export type Coverage = {
	commit: string;
	/** "2026-11-22", or '' as long as no run is on record. */
	date: string;
	tools: string[];
	/** Pages by their address in src/routes. */
	pages: Record<string, string[]>;
};

type Facts = {
	coverage: Coverage;
	/** Every page there is. */
	pages: readonly string[];
	contact: string | null;
	/** Is the reader's language one that no native speaker has checked? */
	isUnreviewed: boolean;
};

/** What was really tested, and what was not. It claims nothing that is not on record. */
export function accessibilityStatement(facts: Facts): Part[] {
	return [...aim(), ...tested(facts.coverage), ...untested(facts), ...gaps(facts), ...help(facts)];
}

function aim(): Part[] {
	return part('aim', m.site_access_aim(), text(m.site_access_aim_what()), text(m.site_access_aim_how()));
}

function tested(coverage: Coverage): Part[] {
	const { date, commit, tools, pages } = coverage;
	if (!date) return part('tested', m.site_access_tested(), text(m.site_access_no_run()));
	const version = commit.slice(0, 7);
	const tested = m.site_access_run({ day: sentenceOfDay(date), version, tools: tools.join(', ') });
	return part('tested', m.site_access_tested(), text(tested), list(...meanings()), tableOf(pages));
}

function tableOf(pages: Coverage['pages']): Block {
	const rows = Object.entries(pages).toSorted(([a], [b]) => a.localeCompare(b));
	return {
		is: 'table',
		caption: m.site_access_pages({ count: rows.length }),
		columns: [m.site_access_page(), ...checks.map((check) => names[check]())],
		rows: rows.map(([page, done]) => [
			spoken(page),
			...checks.map((check) => (done.includes(check) ? m.site_access_passed() : m.site_access_not()))
		])
	};
}

const names: Record<Check, () => string> = {
	light: m.site_access_light,
	dark: m.site_access_dark,
	narrow: m.site_access_narrow,
	keyboard: m.site_access_keyboard,
	'no-script': m.site_access_no_script
};

function meanings(): string[] {
	return [
		m.site_access_means_axe(),
		m.site_access_means_narrow(),
		m.site_access_means_keyboard(),
		m.site_access_means_no_script()
	];
}

function untested({ coverage, pages }: Facts): Part[] {
	const left = pages.filter((page) => !(page in coverage.pages)).map(spoken);
	if (!left.length) return [];
	return part('untested', m.site_access_untested(), text(m.site_access_untested_what()), list(...left));
}

/** '/programmes/[slug]' as people can say it: '/programmes/…'. */
function spoken(page: string): string {
	return page.replaceAll(/\[[^\]]+\]/g, '…');
}

function gaps({ isUnreviewed }: Facts): Part[] {
	return part(
		'gaps',
		m.site_access_gaps(),
		list(
			m.site_access_gap_people(),
			m.site_access_gap_readers(),
			m.site_access_gap_machine(),
			m.site_access_gap_written(),
			m.site_access_gap_pdf(),
			...(isUnreviewed ? [m.site_access_gap_language()] : [])
		)
	);
}

function help({ contact }: Facts): Part[] {
	return part(
		'help',
		m.site_access_help(),
		text(m.site_access_help_what()),
		contact !== null && { is: 'link', href: `mailto:${contact}`, text: contact }
	);
}
