import { ears } from './ears.ts';

/** Not more often than this is anybody told: what happens meanwhile is told together. */
const breath = 40;

export type Watching = {
	/** Made once for all who ask under the same key until something new is heard. */
	once<T>(key: string, make: () => Promise<T>): Promise<T>;
	stop(): void;
};

type Topic = {
	hearers: Set<() => void>;
	made: Map<string, Promise<unknown>>;
	timer?: NodeJS.Timeout;
	toldAt: number;
};
const topics = new Map<string, Topic>();

/** Calls `hear` soon after somebody told of the topic, in whichever process of ours; also when it may have been missed. */
export function watch(name: string, hear: () => void): Watching {
	const topic: Topic = topics.get(name) ?? { hearers: new Set(), made: new Map(), toldAt: 0 };
	topics.set(name, topic);
	topic.hearers.add(hear);
	ears.open(heard);
	return {
		once: (key, make) => onceIn(topic, key, make),
		stop() {
			topic.hearers.delete(hear);
			if (topic.hearers.size) return;
			clearTimeout(topic.timer);
			topics.delete(name);
			if (!topics.size) ears.close();
		}
	};
}

/** Without a name: something may have been missed, of any. */
function heard(name?: string): void {
	const all = name === undefined ? [...topics.values()] : [topics.get(name)];
	for (const topic of all) if (topic) passOn(topic);
}

function passOn(topic: Topic): void {
	topic.made.clear();
	topic.timer ??= setTimeout(
		() => {
			delete topic.timer;
			topic.toldAt = performance.now();
			topic.made.clear();
			for (const hear of topic.hearers) hear();
		},
		Math.max(0, breath - (performance.now() - topic.toldAt))
	);
}

/** What could not be made is asked for anew. */
function onceIn<T>({ made }: Topic, key: string, make: () => Promise<T>): Promise<T> {
	const known = made.get(key) as Promise<T> | undefined;
	if (known) return known;
	const making = make();
	made.set(key, making);
	making.catch(() => made.get(key) === making && made.delete(key));
	return making;
}
