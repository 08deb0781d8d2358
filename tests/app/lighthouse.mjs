// Lighthouse's marks for the pages at these addresses, each looked at as it stands in one browser.
import { pathToFileURL } from "node:url";

const core = process.env.LIGHTHOUSE.replace(/cli\/index\.js$/, "core/index.js");
const { snapshot } = await import(pathToFileURL(core));
const beside = process.env.LIGHTHOUSE.replace(/lighthouse\/cli\/index\.js$/, "");
const puppeteer = await import(
  pathToFileURL(`${beside}puppeteer-core/lib/esm/puppeteer/puppeteer-core.js`)
);
const browser = await puppeteer.default.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
const found = [];
for (const path of process.argv.slice(2)) {
  const page = await browser.newPage();
  await page.goto(path);
  const { lhr } = await snapshot(page, {
    flags: {
      onlyCategories: ["accessibility", "best-practices"],
      logLevel: "error",
      disableFullPageScreenshot: true,
    },
  });
  found.push({
    path,
    accessibility: lhr.categories.accessibility.score,
    "best-practices": lhr.categories["best-practices"].score,
    wrong: Object.values(lhr.audits)
      .filter((audit) => audit.score !== null && audit.score < 1)
      .map((audit) => audit.title),
  });
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found));
