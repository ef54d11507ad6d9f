// page_test.mjs MODULES CHROMIUM FOLDER: the pages of FOLDER, opened and used in a real browser.
// one.html: one faulty report. many.html: a folder. hostile.html: text that would like to be markup. english.html.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";

const [modules, executablePath, folder] = process.argv.slice(2);
const { chromium } = createRequire(modules + "/")("playwright-core");
let browser;
before(async () => { browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] }); });
after(() => browser.close());

/** A page that must not complain, nor ask for anything but its own file. */
async function open(name, { width = 1300, height = 900, ...more } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...more });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) troubles.push(message.text()); });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("dialog", (dialog) => { troubles.push("dialog " + dialog.message()); dialog.dismiss(); });
  const file = pathToFileURL(path.join(folder, name)).href;
  page.on("request", (request) => { if (request.url() !== file) troubles.push("asked for " + request.url()); });
  await page.goto(file);
  return { page, done: async () => { assert.deepEqual(troubles, []); await context.close(); } };
}
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const visible = (page, selector) => page.locator(selector).filter({ visible: true }).count();

for (const width of [1500, 1100, 1000, 700, 360]) {
  for (const name of ["one.html", "many.html", "hostile.html"]) {
    test(`${name} at ${width} pixels has nothing beyond its sides`, async () => {
      const { page, done } = await open(name, { width });
      assert.equal(await overflow(page), 0);
      await page.mouse.wheel(0, 4000);
      assert.equal(await overflow(page), 0);
      await done();
    });
  }
}

test("a finding stands beside its place when the window is wide, and below it when it is narrow", async () => {
  for (const [width, beside] of [[1400, true], [600, false]]) {
    const { page, done } = await open("one.html", { width });
    const cell = page.locator(".table .wrong").first();
    await cell.scrollIntoViewIfNeeded();
    const number = await cell.locator("mark").first().getAttribute("data-f");
    const note = page.locator(`.notes > li[data-f="${number.split(" ")[0]}"]`);
    const [a, b] = [await cell.boundingBox(), await note.boundingBox()];
    assert.equal(b.x >= a.x + a.width, beside);
    if (beside) assert.ok(Math.abs(b.y - a.y) < 60, `${b.y} beside ${a.y}`);
    else assert.ok(b.y >= a.y + a.height);
    await done();
  }
});

test("notes never lie over each other", async () => {
  const { page, done } = await open("many.html", { width: 1400 });
  for (const report of await page.locator(".report").all()) {
    await report.scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    const boxes = await report.locator(".notes > li").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    for (let i = 1; i < boxes.length; i += 1) assert.ok(boxes[i].top >= boxes[i - 1].bottom - 0.5, JSON.stringify(boxes[i]));
    const sheet = await report.locator(".sheet").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().bottom));
    if (boxes.length) assert.ok(boxes.at(-1).bottom <= sheet[0]);
  }
  await done();
});

test("tables are tables", async () => {
  const { page, done } = await open("one.html");
  const widths = await page.locator(".table table").evaluateAll((tables) => tables.map((table) =>
    Math.max(...Array.from(table.rows, (row) => Array.from(row.cells).reduce((sum, cell) => sum + cell.colSpan, 0)))));
  assert.equal(widths.length, 3);
  assert.ok(widths[1] >= 8, String(widths));
  assert.ok(await page.locator(".table [rowspan]").count() > 3);
  const wrong = await page.locator(".table .wrong.error").allInnerTexts();
  assert.ok(wrong.includes("6") && wrong.includes("-1"), String(wrong));
  await done();
});

test("a click on a level hides its findings and their marks", async () => {
  const { page, done } = await open("one.html");
  const before = [await visible(page, ".notes > li.error"), await visible(page, ".notes > li.warning")];
  assert.ok(before[0] > 0 && before[1] > 0);
  await page.locator("#filter [data-level=error]").click();
  assert.equal(await visible(page, ".notes > li.error"), 0);
  assert.equal(await visible(page, ".notes > li.warning"), before[1]);
  assert.equal(await page.locator("mark.error:not(.off)").count(), 0);
  assert.equal(await page.locator(".table .wrong").count(), 0);
  await page.locator("#filter [data-level=error]").click();
  assert.equal(await visible(page, ".notes > li.error"), before[0]);
  assert.ok(await page.locator(".table .wrong").count() > 0);
  await done();
});

test("what is accepted or known is there for who asks, and does not count", async () => {
  const { page, done } = await open("past.html");
  assert.deepEqual(await page.locator(".notes > li").filter({ visible: true }).locator(".rule").allTextContents().then((all) => all.map((text) => text.split(" ")[0])),
    ["typography/duplicate-punctuation"]);
  assert.match(await page.locator(".total").textContent(), /发现 1 处/);
  const past = page.locator("#filter input[data-level=past]");
  assert.equal(await past.isChecked(), false);
  const mark = page.locator("mark.past").first();
  assert.equal(await mark.evaluate((each) => getComputedStyle(each).textDecorationLine), "none");
  await past.check();
  assert.ok(await visible(page, ".notes > li.past") >= 5);
  assert.match(await mark.evaluate((each) => getComputedStyle(each).textDecorationLine), /underline/);
  const words = await page.locator(".notes .why").allTextContents();
  assert.ok(words.includes("已登记不改：全县<统一>口径"), words.join());
  assert.ok(words.includes("基线中已有"), words.join());
  assert.ok(words.includes("基线中已有，有变动"), words.join());
  assert.equal(await visible(page, ".notes > li:not(.past)"), 1);
  await done();
});

test("the filter by rule works from the keyboard", async () => {
  const { page, done } = await open("one.html");
  const total = await visible(page, ".notes > li");
  await page.locator("#filter summary").focus();
  await page.keyboard.press("Enter");
  const box = page.locator("#filter [data-rule='wording/doubled']");
  await box.focus();
  await page.keyboard.press("Space");
  assert.equal(await visible(page, ".notes > li"), total - 1);
  await page.locator("#filter button").nth(1).click();
  assert.equal(await visible(page, ".notes > li"), 0);
  await page.locator("#filter button").nth(0).click();
  assert.equal(await visible(page, ".notes > li"), total);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#filter details[open]").count(), 0);
  await done();
});

test("a click on a mark goes to its note, a note's number to its mark", async () => {
  const { page, done } = await open("one.html");
  await page.locator("mark.error").first().click();
  const note = page.locator(".notes > li").first();
  assert.ok(await note.evaluate((each) => each.contains(document.activeElement) && each.classList.contains("lit")));
  for (const hash of await page.locator(".notes a").evaluateAll((all) => all.map((each) => each.hash.slice(1)))) {
    assert.ok(await page.evaluate((id) => Boolean(document.getElementById(id)), hash), hash);
  }
  await done();
});

test("the summary comes first, sorts by every column, and leads to the reports", async () => {
  const { page, done } = await open("many.html");
  const top = (selector) => page.locator(selector).evaluate((each) => each.getBoundingClientRect().top);
  assert.ok(await top("#summary") < await top("main"));
  const cells = (column) => page.locator(".heat tbody tr").evaluateAll((rows, n) => rows.map((row) => row.cells[n].textContent), column);
  const numbers = async (column) => (await cells(column)).map(Number);
  const columns = await page.locator(".heat thead button").count();
  assert.ok(columns > 8);
  for (const column of [1, 2, columns - 1]) {
    await page.locator(".heat thead button").nth(column).click();
    const down = await numbers(column);
    assert.ok(down[0] > 0);
    assert.deepEqual(down, [...down].sort((a, b) => b - a));
    await page.locator(".heat thead button").nth(column).click();
    assert.deepEqual(await numbers(column), [...down].reverse().sort((a, b) => a - b));
  }
  await page.locator(".heat thead button").nth(0).click();
  const names = await cells(0);
  assert.deepEqual(names, [...names].sort((a, b) => a.localeCompare(b, "zh-CN")));
  for (const link of await page.locator(".heat tbody a").all()) {
    const hash = await link.getAttribute("href");
    assert.equal(await page.locator(hash).count(), 1, hash);
  }
  await page.locator(".heat tbody a").last().click();
  await done();
});

test("the heat map counts what the reports show", async () => {
  const { page, done } = await open("many.html");
  const sum = (await page.locator(".heat tbody tr").evaluateAll((rows) => rows.map((row) => Number(row.cells[1].textContent)))).reduce((a, b) => a + b);
  const heat = (await page.locator(".heat tbody td:not(.sum)").allInnerTexts()).map(Number).reduce((a, b) => a + b);
  const notes = await page.locator(".notes > li").count();
  assert.deepEqual([sum, heat], [notes, notes]);
  await done();
});

test("text of a report never runs, and is shown as it stands", async () => {
  const { page, done } = await open("hostile.html");
  assert.equal(await page.locator(".sheet script, .sheet img, .sheet a[href^=javascript]").count(), 0);
  const shown = await page.locator(".sheet").innerText();
  for (const words of ["<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "</style></title>", "&lt;b&gt;", "\" onmouseover=alert(3) x=\""]) {
    assert.ok(shown.includes(words), words);
  }
  await done();
});

test("light and dark are both readable", async () => {
  const grounds = [];
  for (const colorScheme of ["light", "dark"]) {
    const { page, done } = await open("one.html", { colorScheme });
    const [ink, ground] = await page.evaluate(() => ["color", "backgroundColor"].map((key) => {
      const [r, g, b] = getComputedStyle(document.body)[key].match(/\d+/g).map(Number);
      return 0.3 * r + 0.6 * g + 0.1 * b;
    }));
    assert.ok(Math.abs(ink - ground) > 150);
    grounds.push(ground);
    await done();
  }
  assert.ok(grounds[0] > 200 && grounds[1] < 60);
});

test("printed, the page is light, whole, and without switches", async () => {
  for (const name of ["one.html", "many.html"]) {
    const { page, done } = await open(name, { width: 720, colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    assert.equal(await visible(page, "#filter"), 0);
    assert.equal(await overflow(page), 0);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 20000);
    await done();
  }
});

test("without its script the page still says everything", async () => {
  const { page, done } = await open("one.html", { javaScriptEnabled: false });
  assert.ok(await visible(page, ".notes > li") > 4);
  assert.equal(await visible(page, "#filter"), 0);
  await done();
});

test("English where it is asked for", async () => {
  const { page, done } = await open("english.html");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.locator(".total").innerText(), /1 report checked/);
  await done();
});
