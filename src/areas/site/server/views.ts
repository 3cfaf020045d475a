import { locales, type Locale } from '#words/addresses';
import { saidIn, type Said, type Wordings } from '../host.ts';
import type { HostRow, LogoRow } from './host.sql.ts';

export type LogoView = { id: string; width: number; height: number; showsName: boolean };

/** The host as everybody sees it, in one language. Every page, mail and feed takes its name from here. */
export type HostView = {
	/** Null until somebody has said it. */
	name: string | null;
	contact: string | null;
	languages: readonly Locale[];
	lead: Said | null;
	about: Said | null;
	foot: Said | null;
	accent: string | null;
	logo: LogoView | null;
};

/** The same for the administrator who writes it: every language side by side. */
export type SettingsView = {
	name: string;
	contact: string;
	languages: readonly Locale[];
	words: Wordings;
	backupDays: number | null;
	edition: number;
	accent: string | null;
	logo: LogoView | null;
};

export type Everything = {
	host: HostRow | undefined;
	words: Wordings;
	accent: string | null;
	logo: LogoRow | undefined;
};

export function hostFor(locale: Locale, { host, words, accent, logo }: Everything): HostView {
	return {
		name: host?.name ?? null,
		contact: host?.contact ?? null,
		languages: host?.languages ?? locales,
		lead: saidIn(locale, 'lead', words),
		about: saidIn(locale, 'about', words),
		foot: saidIn(locale, 'foot', words),
		accent,
		logo: logo ? logoView(logo) : null
	};
}

export function settingsView({ host, words, accent, logo }: Everything): SettingsView {
	return {
		name: host?.name ?? '',
		contact: host?.contact ?? '',
		languages: host?.languages ?? locales,
		words,
		backupDays: host?.backupDays ?? null,
		edition: host?.edition ?? 0,
		accent,
		logo: logo ? logoView(logo) : null
	};
}

function logoView({ file, ...picture }: LogoRow): LogoView {
	return { id: file, ...picture };
}
