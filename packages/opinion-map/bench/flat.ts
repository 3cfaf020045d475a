// A million votes one after the other on one conversation: what the process holds along the way, as JSON.
import { LiveConversation } from '../live/conversation.ts';
import { randomFrom } from '#packages/common';

const [people, statements, each] = [2000, 1000, 250_000];
const live = new LiveConversation();
const random = randomFrom(1);
const below = (limit: number) => Math.floor(random() * limit);
const held: number[] = [];
for (let quarter = 0; quarter < 4; quarter++) {
	for (let vote = 0; vote < each; vote++) {
		const person = String(below(people));
		if (vote % 50 === 0) live.retract(person, String(below(statements)));
		live.add(person, String(below(statements)), (below(3) - 1) as -1 | 0 | 1);
		if (vote % 100 === 0) live.nextStatement(person, vote);
	}
	globalThis.gc?.();
	held.push(process.memoryUsage().heapUsed / 1e6 + process.memoryUsage().arrayBuffers / 1e6);
}
process.stdout.write(JSON.stringify(held));
