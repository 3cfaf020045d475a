/** What becomes of the lead who hands over: they stay with less, or go. */
export const leadThens = ['edit', 'view', 'go'] as const;
export type LeadThen = (typeof leadThens)[number];

export type HandOver = {
	id: string;
	expression: string;
	/** Who would lead it. */
	person: string;
	/** They asked. False: the lead offered it. */
	asked: boolean;
	leadThen: LeadThen | null;
	beganAt: Date;
	endsAt: Date;
	endedAt: Date | null;
	/** Who led before it was handed over. */
	leadBefore: string | null;
	endedHow: 'accepted' | 'refused' | 'taken-back' | 'over' | 'decided-yes' | 'decided-no' | null;
};

/** Before somebody asks to lead again. Letters to the lead are not a way to press them. */
export const daysBetweenAsks = 30;
/** An offer lapses after so many days; an ask stays until somebody says yes or no. */
export const daysToAccept = 14;

/** After staff decided who leads, whoever led before has so long to read of it and to speak up. */
export const daysOfShelter = 7;

/** Until when nobody takes somebody off or lets them do less, since staff decided that they lead no more. Null: they may. */
export function shelteredUntil(past: readonly HandOver[], person: string, now: Date): Date | null {
	const ends = past
		.filter(({ leadBefore, endedHow }) => leadBefore === person && endedHow === 'decided-yes')
		.map(({ endedAt }) => new Date(endedAt!.getTime() + daysOfShelter * 86_400_000));
	return ends.find((end) => end > now) ?? null;
}

/** It still waits for an answer. */
export function isOpen({ asked, endsAt, endedAt }: HandOver, now: Date): boolean {
	return endedAt === null && (asked || endsAt > now);
}

/** The lead had their days and said nothing: from now on staff can decide. Nothing happens by itself. */
export function isForStaff({ asked, endsAt, endedAt }: HandOver, now: Date): boolean {
	return asked && endedAt === null && endsAt <= now;
}

/** Why somebody may not ask to lead: they were told no, for good; or they asked a short while ago. Null: they may. */
export function whyNotAsk(past: readonly HandOver[], person: string, now: Date): 'refused' | 'lately' | null {
	const own = past.filter((one) => one.asked && one.person === person);
	if (own.some(({ endedHow }) => endedHow === 'refused' || endedHow === 'decided-no')) return 'refused';
	const lately = now.getTime() - daysBetweenAsks * 86_400_000;
	return own.some(({ beganAt }) => beganAt.getTime() > lately) ? 'lately' : null;
}
