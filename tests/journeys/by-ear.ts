import type { CDPSession, Page } from 'playwright-core';
import { expect } from './journey.ts';

/* Somebody who hears a page: they know what its accessibility tree says, press keys, and nothing of the screen is asked. */

type AXValue = { value?: string | number | boolean };
type AXNode = {
	nodeId: string;
	childIds?: string[];
	ignored: boolean;
	role?: AXValue;
	name?: AXValue;
	value?: AXValue;
	properties?: { name: string; value: AXValue }[];
};
export type Heard = { role: string; name: string; value: string; isHere: boolean; isTold: boolean };

const mostTabs = 200;

export class Ear {
	readonly page: Page;
	#tree: CDPSession;

	private constructor(page: Page, tree: CDPSession) {
		this.page = page;
		this.#tree = tree;
	}

	static async of(page: Page): Promise<Ear> {
		const tree = await page.context().newCDPSession(page);
		await tree.send('Accessibility.enable');
		return new Ear(page, tree);
	}

	/** Everything that is said, in the order in which it is said. */
	async all(): Promise<Heard[]> {
		const { nodes } = (await this.#tree.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
		const known = new Map(nodes.map((node) => [node.nodeId, node]));
		return nodes[0] ? branch(known, nodes[0], false) : [];
	}

	/** What is said without being asked for: the words of live regions. */
	async told(): Promise<string> {
		return (await this.all())
			.filter(({ role, isTold }) => isTold && role === 'StaticText')
			.map(({ name }) => name)
			.join(' ');
	}

	async texts(): Promise<string> {
		return (await this.all())
			.filter(({ role }) => role === 'StaticText')
			.map(({ name }) => name)
			.join(' ');
	}

	/** Of one role, by name. */
	async of(role: string): Promise<string[]> {
		return (await this.all()).filter((one) => one.role === role).map(({ name }) => name);
	}

	async expectToHear(words: string): Promise<void> {
		await expect.poll(() => this.texts(), { timeout: 20_000 }).toContain(words);
	}

	async expectToBeTold(words: string | RegExp): Promise<void> {
		const says = expect.poll(() => this.told(), { timeout: 20_000 });
		await (typeof words === 'string' ? says.toContain(words) : says.toMatch(words));
	}

	async expectToBeAt(role: string, name: string | RegExp): Promise<void> {
		const here = async () => (await this.here()) ?? { role: 'nowhere', name: '' };
		await expect.poll(async () => (await here()).role).toBe(role);
		expect(isCalled((await here()) as Heard, name), `at ${(await here()).name}`).toBe(true);
	}

	async here(): Promise<Heard | undefined> {
		return (await this.all()).findLast(({ isHere, role }) => isHere && role !== 'RootWebArea');
	}

	/** By Tab to what has this role and this name, from wherever somebody is. */
	async reach(role: string, name: string | RegExp): Promise<Heard> {
		for (let presses = 0; presses < mostTabs; presses += 1) {
			const here = await this.here();
			if (here?.role === role && isCalled(here, name)) return here;
			await this.page.keyboard.press('Tab');
		}
		throw new Error(
			`Nobody reaches a ${role} “${String(name)}”; there are: ${(await this.of(role)).join(' | ')}`
		);
	}

	async press(role: string, name: string | RegExp): Promise<void> {
		await this.reach(role, name);
		await this.page.keyboard.press('Enter');
	}

	async write(name: string | RegExp, words: string): Promise<void> {
		await this.reach('textbox', name);
		await this.page.keyboard.press('Control+a');
		await this.page.keyboard.type(words);
	}
}

/** The browser gives the tree level by level; it is read branch by branch. */
function branch(known: Map<string, AXNode>, node: AXNode, isWithin: boolean): Heard[] {
	const isTold = isWithin || node.role?.value === 'status' || node.role?.value === 'alert';
	const below = (node.childIds ?? []).flatMap((id) => {
		const child = known.get(id);
		return child ? branch(known, child, isTold) : [];
	});
	return node.ignored ? below : [heard(node, isTold), ...below];
}

const isCalled = ({ name }: Heard, wanted: string | RegExp) =>
	typeof wanted === 'string' ? name === wanted : wanted.test(name);

function heard({ role, name, value, properties = [] }: AXNode, isTold: boolean): Heard {
	const has = (property: string) =>
		properties.some((one) => one.name === property && one.value.value === true);
	const text = (one: AXValue | undefined) => String(one?.value ?? '').trim();
	return { role: text(role), name: text(name), value: text(value), isHere: has('focused'), isTold };
}
