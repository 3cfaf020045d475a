import type { Locale } from '#words/addresses';

/** What a group writes, by the pages of the form; every field as a browser posts it. */
export type Answers = Record<string, Record<string, string | string[]>>;

/** One imaginary group that applies. Nobody in it is real. */
export type Campaign = {
	/** Always the same, so that people can talk about it. */
	reference: string;
	locale: Locale;
	answers: Answers;
	/** What they chose among the optional questions; left out: they passed them. */
	equality?: Record<string, string>;
};

type Written = {
	group: string;
	community: string;
	change: string;
	goals: string[];
	data: string;
	kind: string;
	otherKinds?: string[];
	stage: string;
	region: string;
	place: string;
	lead: string;
	leadMore?: string;
	teach: string[];
	learn: string[];
	more?: string;
	access?: string;
	help?: string[];
	heard?: string;
	recording?: string;
	name: string;
	email?: string;
	telephone?: string;
};

/** Lays what they wrote on the pages of the starter form. */
export function pagesOf(written: Written): Answers {
	return {
		group: { group: written.group },
		community: { community: written.community },
		change: { change: written.change },
		goals: { goals: written.goals },
		data: { data: written.data },
		kind: { kind: written.kind },
		'other-kinds': { 'other-kinds': written.otherKinds ?? [], 'other-kinds-shown': 'yes' },
		stage: { stage: written.stage },
		where: { region: written.region, place: written.place },
		lead: { lead: written.lead, 'lead-more': written.leadMore ?? '' },
		learning: { teach: written.teach, learn: written.learn, 'learning-more': written.more ?? '' },
		access: { access: written.access ?? '' },
		help: { help: written.help ?? [], 'help-shown': 'yes' },
		heard: { heard: written.heard ?? 'search' },
		recording: { 'recording-link': written.recording ?? '' },
		contact: {
			'contact-name': written.name,
			email: written.email ?? '',
			telephone: written.telephone ?? ''
		},
		agree: { agree: 'yes' }
	};
}

/** The topics of the open call, by short names. */
export const topics = {
	people: 'bringing people together around data that is kept about them',
	media: 'telling the story in the media',
	councils: 'working with councils and governments on data',
	rights: 'using the law and data rights in a campaign',
	systems: 'understanding systems that score and sort people',
	own: 'gathering and looking after our own data with care',
	money: 'money, and caring for each other'
} as const;
