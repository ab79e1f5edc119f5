// `npm run trace [-- [--www] [--width N] [NAME | BEFORE AFTER]…]`: compares texts on the page in Chromium and prints, phase
// by phase, how many tasks kept its main thread for longer than 50 ms, and what was running. It is there to be read, and no
// check: how long a task takes depends on the machine, and on what else that does.
//
// The phases: from the drop to the report (the engine's own time, in its worker, is no task of the page); from the report to
// the first rows, and to all drawn; scrolling from end to end; the map; the keys; a paragraph edited.

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumArgs, findChromium } from "./chromium.js";
import { Failure, isScript, main } from "./run.js";
import { serve } from "./serve.js";
import { pageFolder, www } from "./page.js";

/** A task of more than this is long, in milliseconds, as the Long Tasks API has it. */
const LONG = 50;

/** How many windows are scrolled through at each end and in leaps between, at the most. */
const SCROLLS = 60;

const CATEGORIES = ["-*", "toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "disabled-by-default-v8.cpu_profiler", "v8"];

/** @typedef {{ name: string, cat: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any, id?: string }} Event of a trace, in microseconds */
/** @typedef {{ name: string, text: string }} Text */

/** Made-up texts of one shape and any length, the same every time. @param {number} count of paragraphs @param {number} words of each @param {boolean} revised */
export function made(count, words, revised) {
  let seed = 42;
  const next = (/** @type {number} */ below) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % below;
  const stems = Array.from({ length: 3000 }, () => Array.from({ length: 1 + next(3) }, () => "bdfghklmnprstv"[next(14)] + "aeiou"[next(5)]).join("") + "nrst"[next(4)]);
  const paragraphs = Array.from({ length: count }, (_, index) => {
    const said = Array.from({ length: words }, () => stems[next(stems.length)]);
    const place = next(words);
    if (revised && index % 7 === 3) said[place] = "changed";
    const text = said.join(" ");
    return words > 1 ? `${text[0].toUpperCase()}${text.slice(1)}.` : text;
  });
  return paragraphs.filter((_, index) => !revised || index % 97 !== 50).join("\n\n");
}

/** What can be named, beside files. @type {Readonly<Record<string, () => Text[]>>} */
const MADE = {
  "words-100000": () => pair(1000, 100),
  "rows-20000": () => pair(20_000, 8),
  "rows-100000": () => pair(100_000, 8),
  "rows-1000000": () => pair(1_000_000, 1),
};

/** @param {number} count @param {number} words */
function pair(count, words) {
  return [false, true].map((revised) => ({ name: `made-${revised ? 2 : 1}.txt`, text: made(count, words, revised) }));
}

/** @param {string} path @returns {Text} */
function file(path) {
  if (!existsSync(path)) throw new Failure(`There is no file ${path}, and no made-up text of that name: ${Object.keys(MADE).join(", ")}.`);
  return { name: basename(path), text: readFileSync(path, "utf8") };
}

/**
 * @param {string} address of the page
 * @param {Text[]} texts
 * @param {{ width: number, height: number }} viewport
 */
async function measure(address, texts, viewport) {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumArgs] });
  try {
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(600_000);
    await page.addInitScript(markEvents);
    await page.goto(address);
    await page.locator("#before-file").waitFor({ state: "attached" });
    const data = await page.evaluateHandle((texts) => {
      const transfer = new DataTransfer();
      for (const { name, text } of texts) transfer.items.add(new File([text], name, { type: "text/plain" }));
      return transfer;
    }, texts);
    await page.waitForTimeout(1000);
    await browser.startTracing(page, { categories: CATEGORIES });
    /** @param {string} name @param {() => Promise<unknown>} act */
    const phase = async (name, act) => {
      await page.evaluate((name) => performance.mark(`phase:${name}`), name);
      await act();
      await page.waitForTimeout(300);
    };
    await phase("drop", async () => {
      await page.evaluate((dataTransfer) => {
        for (const type of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }, data);
      await page.waitForFunction(() => "drawnForTrace" in document.documentElement.dataset, null, { polling: 200 });
      await page.waitForTimeout(1000);
    });
    await phase("scroll", () => page.evaluate(scrollThrough, SCROLLS));
    await phase("map", () => page.evaluate(async () => {
      const map = document.querySelector("#map");
      if (!(map instanceof HTMLElement) || map.hidden || map.clientHeight === 0) return;
      const frames = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
      const { left, top, height } = map.getBoundingClientRect();
      map.setPointerCapture = () => {};
      for (const share of [0.5, 0.9, 0.1, 0.3, 0.7]) {
        map.dispatchEvent(new PointerEvent("pointerdown", { clientX: left + 4, clientY: top + share * height, button: 0, bubbles: true }));
        await frames();
      }
    }));
    await phase("keys", async () => {
      await page.keyboard.press("Home");
      for (const key of ["n", "n", "n", "p", "j", "j", "k", "n"]) {
        await page.keyboard.press(key);
        await page.waitForTimeout(80);
      }
    });
    await phase("edit", async () => {
      // By script: a search for what to click would itself be a long task in so large a page.
      await page.keyboard.press(".");
      await page.waitForTimeout(500);
      const found = await page.evaluate(() => {
        const items = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#passage button"));
        const item = [...items].findLast(({ textContent }) => textContent?.startsWith("Edit"));
        item?.click();
        return item !== undefined;
      });
      if (!found) return;
      await page.waitForTimeout(500);
      await page.keyboard.type("Zounds! ");
      // Each answer of the engine replaces the report: the last one is there when it says so.
      await page.waitForFunction(() => {
        const element = /** @type {any} */ (document.querySelector("story-diff"));
        return (element.comparison?.after + element.comparison?.before).includes("Zounds! ") && performance.now() - Number(document.documentElement.dataset.drawnForTrace) > 1000;
      }, null, { polling: 500 });
      await page.keyboard.press("Escape");
    });
    await page.evaluate(() => performance.mark("phase:end"));
    const trace = JSON.parse((await browser.stopTracing()).toString());
    return read(trace.traceEvents ?? trace);
  } finally {
    await browser.close();
  }
}

/** In the page: marks on its timeline when a report comes, when rows are first there, and when all is drawn. */
function markEvents() {
  const Native = Worker;
  Object.assign(globalThis, {
    Worker: class extends Native {
      /** @param {string | URL} address @param {WorkerOptions} [options] */
      constructor(address, options) {
        super(address, options);
        // The first message that is no news of a stage brings the report, or begins to.
        let stage = true;
        this.addEventListener("message", (event) => {
          // The longest is looked at by its own reader: reading it here would bill it to this function all the same.
          const isStage = typeof event.data === "object" && "stage" in event.data;
          if (!isStage && stage) performance.mark("event:report");
          stage = isStage;
        });
      }
    },
  });
  addEventListener("storydiff-ready", () => {
    performance.mark("event:ready");
    document.documentElement.dataset.drawnForTrace = String(performance.now());
  });
  addEventListener("storydiff-view", () => performance.mark("event:view"));
  const looking = setInterval(() => {
    const element = document.querySelector("story-diff");
    if (!element?.shadowRoot?.querySelector(".row")) return;
    performance.mark("event:rows");
    clearInterval(looking);
  }, 5);
}

/** In the page: as a reader does it at either end, and in leaps between. @param {number} most */
async function scrollThrough(most) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const root = /** @type {Element} */ (document.scrollingElement);
  for (let step = 0; step < 20; step++) {
    scrollBy(0, innerHeight / 3);
    await frame();
  }
  const leap = Math.max(innerHeight, root.scrollHeight / most);
  for (let step = 0; step < most * 2 && scrollY + innerHeight < root.scrollHeight - 2; step++) {
    scrollBy(0, leap);
    await frame();
    await frame();
  }
  for (let step = 0; step < 20; step++) {
    scrollBy(0, -innerHeight / 3);
    await frame();
  }
  scrollTo(0, 0);
  await frame();
}

/** @param {Event[]} events of a trace */
function read(events) {
  const first = events.find(({ name }) => name === "phase:drop");
  if (!first) throw new Failure("The trace has no phases.");
  const own = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const busy = (/** @type {Event} */ { dur = 0, tdur = dur }) => Math.min(dur, tdur) / 1000;
  const marks = own.filter(({ cat, name }) => cat.includes("user_timing") && /^(phase|event):/.test(name)).sort((one, other) => one.ts - other.ts);
  const tasks = own.filter(({ name, dur = 0 }) => /RunTask$/.test(name) && dur > LONG * 1000).filter((task) => busy(task) > LONG);
  const outer = tasks.filter((task) => !tasks.some((other) => other !== task && other.ts <= task.ts && other.ts + (other.dur ?? 0) >= task.ts + (task.dur ?? 0) && (other.dur !== task.dur || tasks.indexOf(other) < tasks.indexOf(task))));
  const samples = samplesOf(events, first);
  /** @type {{ name: string, at: number }[]} */
  const phases = [];
  for (const { name, ts } of marks) {
    if (name.startsWith("phase:")) phases.push({ name: name.slice(6), at: ts });
    else if (phases.at(-1)?.name === "drop" && name === "event:report") phases.push({ name: "report", at: ts });
    else if (phases.at(-1)?.name === "report" && name === "event:rows") phases.push({ name: "rows", at: ts });
  }
  const ready = marks.find(({ name }) => name === "event:ready");
  const report = marks.find(({ name }) => name === "event:report");
  const rows = marks.find(({ name }) => name === "event:rows");
  const since = (/** @type {Event | undefined} */ mark) => (mark && report ? Math.round((mark.ts - report.ts) / 1000) : NaN);
  const lines = phases.slice(0, -1).map(({ name, at }, index) => {
    // The task in which a phase begins is part of it.
    const within = outer.filter(({ ts, dur = 0 }) => ts + dur > at && ts + dur <= phases[index + 1].at + (index + 2 === phases.length ? Infinity : 0));
    const told = within.sort((one, other) => busy(other) - busy(one)).slice(0, 4);
    return { phase: name, count: within.length, longest: Math.round(Math.max(0, ...within.map(busy))), what: told.map((task) => `${Math.round(busy(task))} ms: ${whatRan(task, own, samples)}`) };
  });
  return { firstRows: since(rows), allDrawn: since(ready), lines };
}

/** What ran in a task: the longest calls, of script by its function and of the browser by its kind of work. @param {Event} task @param {Event[]} own @param {{ at: number, name: string }[]} samples */
function whatRan({ ts, dur = 0 }, own, samples) {
  /** @type {Map<string, number>} */
  const work = new Map();
  for (const event of own) {
    if (event.ts < ts || event.ts >= ts + dur || !event.dur) continue;
    if (/^(UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit|ParseHTML|MajorGC|MinorGC|V8\.GC_|HitTest|IntersectionObserverController)/.test(event.name) && event.dur > 3000) {
      work.set(event.name, (work.get(event.name) ?? 0) + event.dur / 1000);
    }
  }
  const ran = samples.filter(({ at }) => at >= ts && at < ts + dur);
  /** @type {Map<string, number>} */
  const called = new Map();
  for (const { name } of ran) called.set(name, (called.get(name) ?? 0) + 1);
  const most = (/** @type {Map<string, number>} */ counts, /** @type {number} */ count) => [...counts].sort((one, other) => other[1] - one[1]).slice(0, count);
  const script = most(called, 5).map(([name, count]) => `${name} ${Math.round((100 * count) / ran.length)} %`);
  return [...most(work, 4).map(([name, ms]) => `${name} ${Math.round(ms)} ms`), ...script].join(", ") || "?";
}

/** The functions that ran on the main thread, sample by sample. @param {Event[]} events @param {Event} main */
function samplesOf(events, main) {
  /** @type {{ at: number, name: string }[]} */
  const found = [];
  const profile = events.find(({ name, pid, tid }) => name === "Profile" && pid === main.pid && tid === main.tid);
  if (!profile) return found;
  /** @type {Map<number, string>} */
  const names = new Map();
  let at = profile.args.data.startTime;
  for (const { args } of events.filter(({ name, pid, id }) => name === "ProfileChunk" && pid === main.pid && id === profile.id)) {
    const { cpuProfile, timeDeltas = [] } = args.data;
    for (const { id, callFrame } of cpuProfile?.nodes ?? []) names.set(id, `${callFrame.functionName || "(anonymous)"}${callFrame.url ? ` ${basename(callFrame.url)}` : ""}`);
    (cpuProfile?.samples ?? []).forEach((/** @type {number} */ node, /** @type {number} */ index) => {
      at += timeDeltas[index] ?? 0;
      found.push({ at, name: names.get(node) ?? "?" });
    });
  }
  return found.filter(({ name }) => !["(idle)", "(root)"].includes(name));
}

if (isScript(import.meta.url)) {
  await main(async () => {
    const args = process.argv.slice(2);
    const take = (/** @type {string} */ name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined);
    const sources = args.includes("--www") && args.splice(args.indexOf("--www"), 1).length > 0;
    const width = Number(take("--width") ?? 1440);
    const wanted = args.length > 0 ? args : Object.keys(MADE).slice(0, 3);
    const { address, close } = await serve({ folder: sources || !existsSync(join(pageFolder, "index.html")) ? www : pageFolder, port: 0 });
    try {
      for (let index = 0; index < wanted.length; index++) {
        const make = MADE[wanted[index]];
        const texts = make ? make() : [file(wanted[index]), file(wanted[++index])];
        console.log(`\n${texts.map(({ name, text }) => `${name} (${text.length} characters)`).join(", ")}, ${width} px`);
        const { firstRows, allDrawn, lines } = await measure(address, texts, { width, height: 900 });
        console.log(`first rows ${firstRows} ms after the report, all drawn ${allDrawn} ms after it; tasks of over ${LONG} ms:`);
        for (const { phase, count, longest, what } of lines) {
          console.log(`  ${phase.padEnd(8)} ${String(count).padStart(4)}${count > 0 ? `, the longest ${longest} ms` : ""}`);
          for (const line of what) console.log(`             ${line}`);
        }
      }
    } finally {
      close();
    }
  });
}
