import { stream } from './stream.ts';
import { watch } from './watch.ts';

/** Where whoever has heard it stands (`cursor`), and by what it is known (`mark`): the same is not said twice. */
export type Newest = { cursor: string; mark: string };

type Follow<News extends Newest> = {
	topic: string;
	/** Where whoever follows stood last. */
	from: string;
	/** What is new since then; null where there is nothing to follow any more. Made once for all who stand there. */
	look: (since: string) => Promise<News | null>;
	/** Asked of whoever follows before they are told: may they still? */
	may: (news: News) => Promise<boolean>;
	/** Those of one key are said the same. */
	key: string;
	say: (news: News) => string;
	lost: (error: unknown) => void;
};

/**
 * Says what is new under a topic for as long as the browser is there. One look at a time: what is told meanwhile comes
 * with the next, so that nothing is said twice and nothing left out.
 */
export function follow<News extends Newest>(what: Follow<News>): Response {
	const { topic, look, may, key, say, lost } = what;
	return stream((tell, end) => {
		let since = what.from;
		let isLooking = false;
		let isAsked = false;
		let said = '';
		const watching = watch(topic, () => void again());
		const again = async () => {
			isAsked = true;
			if (isLooking) return;
			isLooking = true;
			while (isAsked) {
				isAsked = false;
				await once().catch(lost);
			}
			isLooking = false;
		};
		const once = async () => {
			const at = since;
			const news = await watching.once(`look ${at}`, () => look(at));
			if (news && news.mark === said) {
				since = news.cursor;
				return;
			}
			if (!news || !(await may(news))) {
				tell({ id: at, event: 'over', data: '' });
				return end();
			}
			since = news.cursor;
			said = news.mark;
			tell({ id: since, event: 'news', data: inWords(news, key, () => say(news)) });
		};
		void again();
		return () => watching.stop();
	});
}

const words = new WeakMap<object, Map<string, string>>();

/** What is new is put into words once for all who are said the same. */
function inWords(news: object, key: string, say: () => string): string {
	const known = words.get(news) ?? new Map<string, string>();
	words.set(news, known);
	const said = known.get(key) ?? say();
	known.set(key, said);
	return said;
}
