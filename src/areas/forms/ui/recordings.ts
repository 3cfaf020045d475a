import * as m from '#words';

/** Where recordings go in pieces and come back from; without it a question takes a file with its form. */
export type Recordings = {
	/** The address of uploads: the question's key is added. */
	uploads: string;
	/** The address of files: the id and the name are added. */
	files: string;
	/** May the browser itself record? The page's headers must allow it too. */
	inBrowser?: boolean;
};

/** Sentences for the script, with their places left open: `{received} of {size}`. */
export function scriptWords(): Record<string, string> {
	const open = {
		name: '{name}',
		received: '{received}',
		size: '{size}',
		percent: '{percent}',
		time: '{time}'
	};
	const [limit, minutes] = ['{limit}', '{minutes}'];
	return {
		of: m.upload_of(open),
		sending: m.upload_sending(open),
		left: m.upload_left({ minutes }),
		leftSoon: m.upload_left_soon(),
		paused: m.upload_paused(),
		waiting: m.upload_waiting(),
		checking: m.upload_checking(),
		done: m.upload_done(),
		givenUp: m.upload_given_up(),
		tooLarge: m.upload_too_large({ limit }),
		failed: m.upload_failed(),
		hold: m.upload_hold(),
		'record ready': m.upload_record_ready(),
		'record on': m.upload_record_on(open),
		'record most': m.upload_record_most({ minutes }),
		'record review': m.upload_record_review(open),
		'record play': m.upload_play(),
		'record discarded': m.upload_record_discarded(),
		'record refused': m.upload_record_refused(),
		'record missing': m.upload_record_missing(),
		'record unable': m.upload_record_unable()
	};
}
