import type { Link } from './types.ts';

/** What every page shows of its host. The root layout's load gives it as `site`; Page and DeskPage read it there. */
export interface Site {
	/** The host's name, as it stands on its letterhead. */
	name: string;
	/** Shown beside the name; when the picture already holds the name, `alt` is the name and `showsName` is true. */
	logo?:
		{ src: string; alt: string; width: number; height: number; showsName?: boolean | undefined } | undefined;
	nav?: readonly Link[] | undefined;
	footer?: readonly Link[] | undefined;
	/** One line at the foot: charity number, address. */
	about?: string | undefined;
	/** The language of that line, where it is not the page's. */
	aboutLang?: string | undefined;
	/** The languages in which the host speaks to people; default: all that there are. */
	languages?: readonly string[] | undefined;
	/** Address of the sheet with the host's own colour; it changes with the colour. */
	sheet?: string | undefined;
}

/** What the desk shows of the person who is signed in. The desk layout's load gives it as `desk`. */
export interface Desk {
	nav: readonly Link[];
	/** Where the host's name leads; the desk, unless it is another room. */
	home?: string | undefined;
	/** Who is signed in. */
	person: string;
	/** Their account: how they sign in, and where they are signed in. */
	account?: string | undefined;
	/** Where the sign-out form posts. */
	signOut: string;
}

export const siteOf = (data: object): Site => ({
	name: 'Placard',
	...('site' in data ? (data.site as object) : {})
});
export const deskOf = (data: object): Desk | undefined => ('desk' in data ? (data.desk as Desk) : undefined);
