// What a person sees of a page: where things are and how they contrast, as the browser laid it out.
//
//   await isInView(page, '#how-long')        the element is inside the window, once scrolling ended
//   await lowContrast(page, 'main p')        texts whose contrast with their background is below 4.5
//
// Everything is measured in the page itself, so that a style that does not apply is not believed.

const longestScroll = 3_000;  // ms

export async function isInView(page, selector) {
  return page.waitForFunction((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    return box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  }, selector, { timeout: longestScroll }).then(() => true, () => false);
}

export function boxOf(page, selector) {
  return page.locator(selector).first().boundingBox();
}

// The elements that stick out of the window at either side: what makes a page scroll sideways.
export function stickingOut(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > width + 1 || box.left < -1);
      })
      .map((element) => element.outerHTML.slice(0, 80));
  });
}

// The controls that a thumb cannot hit: under 24 by 24 px. As WCAG 2.2 has it (2.5.8), links within
// a sentence, and what is as small but has room around it, are exempt.
export function smallTargets(page) {
  return page.evaluate(() => {
    const least = 24;
    const shown = [...document.querySelectorAll('a, button, input, summary')].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip-link'));
    const boxes = shown.map((element) => ({ element, box: element.getBoundingClientRect() }));
    const inSentence = (element) => getComputedStyle(element).display === 'inline' &&
      element.parentElement.closest('p, li, td, blockquote')?.textContent.trim() !==
        element.textContent.trim();
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const hasRoom = ({ element, box }) => boxes.every((other) => {
      if (other.element === element) return true;
      const [x, y] = middle(box);
      const dx = Math.max(other.box.left - x, 0, x - other.box.right);
      const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      return Math.hypot(dx, dy) >= least / 2;
    });
    return boxes
      .filter(({ box }) => box.width < least || box.height < least)
      .filter((target) => !inSentence(target.element) && !hasRoom(target))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}x${box.height}`);
  });
}

export function coloursOf(page, selector) {
  return page.locator(selector).first().evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return { color, background: backgroundColor };
  });
}

// Texts among `selector` that stand out too little from the background that they stand on.
export function lowContrast(page, selector, least = 4.5) {
  return page.evaluate(([wanted, limit]) => {
    const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
    const luminance = (colour) => {
      const [r, g, b] = numbers(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const background = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if ((numbers(colour)[3] ?? 1) === 1) return colour;
      }
      return 'rgb(255, 255, 255)';
    };
    return [...document.querySelectorAll(wanted)].flatMap((element) => {
      const hasText = [...element.childNodes].some((node) =>
        node.nodeType === 3 && node.data.trim());
      if (!hasText || !element.checkVisibility()) return [];
      const [light, dark] = [getComputedStyle(element).color, background(element)]
        .map(luminance).sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      return ratio >= limit ? [] : [`${element.outerHTML.slice(0, 60)} ${ratio.toFixed(2)}`];
    });
  }, [selector, least]);
}
