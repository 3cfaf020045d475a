import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/* What has to hold where somebody makes a page four times as large, spaces its text, or brings colours of their own. */

/** 1280 × 1024 at 400 %. */
export const magnified = { width: 320, height: 256 };

/** WCAG 1.4.10: one direction of scrolling, and nothing stands in the way: what sticks would fill such a window. */
export async function mustFit(page: Page, name: string): Promise<void> {
	const found = await page.evaluate(() => {
		const isSticky = (one: Element) => /sticky|fixed/.test(getComputedStyle(one).position);
		const isCut = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth + 1;
		const isClipping = (one: Element) => /hidden|clip/.test(getComputedStyle(one).overflowX);
		const all = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility());
		return {
			tooWide: document.documentElement.scrollWidth - window.innerWidth,
			sticky: all.filter(isSticky).map((one) => one.className),
			cut: all
				.filter(
					(one) =>
						isClipping(one) && isCut(one) && one.clientWidth > 1 && !one.matches('input, textarea, svg *')
				)
				.map((one) => one.className)
		};
	});
	expect(found, `${name}, at ${magnified.width} px`).toEqual({ tooWide: 0, sticky: [], cut: [] });
}

/** WCAG 2.4.7 and 2.4.11: by Tab through the whole page; what has the focus is in the window, on top, and marked. */
export async function mustShowFocus(page: Page, name: string): Promise<void> {
	const stops = await page.evaluate(stopsOf);
	const reached = new Set<string>();
	for (let steps = 0; steps < 2 * stops.length + 10; steps++) {
		await page.keyboard.press('Tab');
		const focus = await page.evaluate(focused);
		if (!focus) break;
		const { what, stop, ...found } = focus;
		const right = { isInWindow: true, isOnTop: true, isMarked: true };
		expect(found, `${name}: the focus on ${what}`).toEqual(right);
		reached.add(stop);
	}
	const missed = stops.filter((stop) => !reached.has(stop));
	expect(missed, `${name}: what Tab does not reach`).toEqual([]);
}

/** The places Tab should stop at; of several radio buttons it is one. What comes while somebody tabs is not among them. */
function stopsOf(): string[] {
	document.body.tabIndex = -1;
	document.body.focus();
	const all = document.querySelectorAll<HTMLInputElement>(
		'a[href], button, input, select, textarea, summary, audio, video'
	);
	const open = [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
	for (const [place, one] of open.entries())
		one.dataset['stop'] =
			one.type === 'radio' ? `radio ${one.name}` : `${place} ${one.outerHTML.slice(0, 120)}`;
	return [...new Set(open.map((one) => one.dataset['stop']!))];
}

function focused() {
	const element = document.activeElement;
	if (!element || element === document.body) return undefined;
	const boxes = [...element.getClientRects()];
	const seen = boxes.find(
		(box) => box.bottom > 4 && box.top < innerHeight - 4 && box.right > 4 && box.left < innerWidth - 4
	);
	const middle = (from: number, to: number, most: number) => (Math.max(from, 0) + Math.min(to, most)) / 2;
	const there =
		seen &&
		document.elementFromPoint(
			middle(seen.left, seen.right, innerWidth),
			middle(seen.top, seen.bottom, innerHeight)
		);
	// The line of a radio button is its target: the label lies over it.
	const isOnTop = Boolean(
		there &&
		(element.contains(there) || there.contains(element) || there.closest('.option')?.contains(element))
	);
	const { outlineStyle, outlineWidth } = getComputedStyle(element);
	return {
		stop: (element as HTMLElement).dataset['stop'] ?? '',
		what: `${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 40)}`,
		isInWindow: Boolean(seen),
		isOnTop,
		isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
	};
}

/** WCAG 1.4.12: the reader's own spacing cuts off and pushes out nothing. */
export async function mustBearSpacing(page: Page, name: string): Promise<void> {
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(
			'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
		);
		document.adoptedStyleSheets = [sheet];
	});
	await mustFit(page, `${name}, with spaced text`);
	await page.evaluate(() => (document.adoptedStyleSheets = []));
}

/** With the reader's own colours, every control has an edge and every state shows by more than paint. */
export async function mustBeSeenInForcedColours(page: Page, name: string): Promise<void> {
	await page.emulateMedia({ forcedColors: 'active' });
	const unseen = await page.evaluate(() => {
		const ground = (one: Element): string => {
			const { backgroundColor } = getComputedStyle(one);
			if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
			return one.parentElement ? ground(one.parentElement) : 'none';
		};
		const hasEdge = (one: Element) => {
			const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(one);
			return (
				borderTopStyle !== 'none' &&
				parseFloat(borderTopWidth) >= 1 &&
				borderTopColor !== ground(one.parentElement!)
			);
		};
		const edged = '.button, .input, .option input, .problem, .notice, .tag:not(.tag-quiet), .statement';
		const without = [...document.querySelectorAll(edged)].filter(
			(one) => one.checkVisibility() && !hasEdge(one)
		);
		const links = [...document.querySelectorAll('main a:not(.button, nav a)')].filter(
			(one) =>
				one.checkVisibility() &&
				getComputedStyle(one).color === getComputedStyle(document.body).color &&
				getComputedStyle(one).textDecorationLine === 'none'
		);
		const chosen = [...document.querySelectorAll('.option input:checked')].filter((one) => {
			const other = document.querySelector('.option input:not(:checked)');
			return other && getComputedStyle(one).backgroundColor === getComputedStyle(other).backgroundColor;
		});
		const icons = [...document.querySelectorAll('main .icon')].filter(
			(one) => one.checkVisibility() && getComputedStyle(one).fill === ground(one)
		);
		return [...without, ...links, ...chosen, ...icons].map(
			(one) => `${one.tagName} ${one.getAttribute('class') ?? ''} ${one.id}`
		);
	});
	expect(unseen, `${name}: not to be seen in forced colours`).toEqual([]);
	await page.emulateMedia({ forcedColors: null });
}
