import type { CivilDate } from './day.ts';
import type { RegimeName } from './regimes.ts';
import type { Nation } from './uk-holidays.ts';

/** Asked, and answered or not yet. */
export type Wait = { readonly asked: CivilDate; readonly received?: CivilDate };

/** From a first day to a last, both inside. */
export type Stretch = readonly [first: CivilDate, last: CivilDate];

/** What happened. Everything but the regime and a day to begin with may be missing. */
export type Facts = {
	readonly id: string;
	readonly regime: RegimeName;
	/** The day it arrived, whatever day that was. */
	readonly received?: CivilDate;
	/** Where the day is uncertain: the last day on which it can have arrived. */
	readonly receivedLatest?: CivilDate;
	/** The day it was sent: used, with an assumption that is said, where nobody knows when it arrived. */
	readonly sent?: CivilDate;
	readonly sentBy?: 'email' | 'post';
	/** The day on which the authority that holds it got it from the one that was asked. */
	readonly transferred?: CivilDate;
	readonly nation?: Nation;
	/** ISO 3166 code of a member state of the European Union. */
	readonly memberState?: string;
	readonly clarifications?: readonly Wait[];
	readonly identity?: Wait;
	readonly fee?: Wait;
	/** A school without sessions. Undefined says that nobody told us; an empty list that there were none. */
	readonly closed?: readonly Stretch[];
	/** The longer time was claimed, and on what day people were told. */
	readonly extended?: boolean;
	readonly extensionNotice?: CivilDate;
};
