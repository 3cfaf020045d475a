/**
 * Every cookie that Placard ever sets, and how long it lasts. Visitors have none. The privacy notice lists them from
 * here, and a test looks for any other.
 */
export const cookies = {
	/** Somebody is signed in to an account. */
	session: { name: 'placard_session', days: 14 },
	/** An application is open in this browser; sent to its own pages only. */
	application: { name: 'placard_application', days: 30 },
	/** Somebody is in a live workshop; sent to the pages of that room only. */
	room: { name: 'placard_room', days: 1 }
} as const;
