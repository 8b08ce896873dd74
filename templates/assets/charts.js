// Draws what a table says above it, with Chart.js, and moves the table into a fold below.
//
//   <table data-chart="line" data-unit="percent">
//     <th data-draw="band">…          "line", "bar", "mark" (a moment), "band" (value to upper)
//     <th scope="row" data-day="2026-03-02">…<td data-value="0.25" data-upper="0.5">…
//
// data-chart: "line" and "bar" have rows from left to right, "rows" one below the other. data-unit:
// "percent", "hours", "points" or none. Words, and so the texts of tooltips, are the table's own.
// Colours are --chart-1 to -6 of insights.css; lines differ by dash and point as well. Nothing moves.
(() => {
  "use strict";

  const Chart = globalThis.Chart;
  const page = document.querySelector(".insights[data-as-table]");
  if (!Chart || !page) return;  // the library is not installed: tables say it all

  const root = document.documentElement;
  const isRtl = root.dir === "rtl";
  const colours = 6;
  const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 4]];
  const points = ["circle", "rectRot", "triangle", "rect", "crossRot", "star"];
  const longestLabel = 28;
  const mostBars = 12;  // one below the other: the first rows; the table has all

  // ---- What the table says

  const numberOf = (text) => (text === undefined ? null : Number(text));
  const labelOf = (th) => (th.querySelector("bdi") ?? th.firstChild).textContent.trim();
  const shortened = (text) => (text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text);

  const shortDay = new Intl.DateTimeFormat(root.lang, { day: "numeric", month: "short", timeZone: "UTC" });

  function rowOf(tr) {
    const [head, ...cells] = tr.cells;
    const { day } = head.dataset;
    return {
      label: labelOf(head),
      lang: head.lang,
      tick: day ? shortDay.format(new Date(day)) : shortened(labelOf(head)),
      cells: cells.map((td) => ({
        text: td.textContent, value: numberOf(td.dataset.value), upper: numberOf(td.dataset.upper),
      })),
    };
  }

  // One query may be asked in several languages.
  function tellApart(rows) {
    for (const row of rows)
      if (row.lang && rows.some((other) => other !== row && other.label === row.label)) row.tick += ` (${row.lang})`;
  }

  // Nothing but zeros and unknowns make no picture: their table stays as it is.
  const hasPicture = (table) => [...table.tBodies[0].querySelectorAll("td[data-value]")]
    .some(({ dataset }) => Number(dataset.value) !== 0 || Number(dataset.upper ?? 0) !== 0);

  function columnsOf(table) {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    return heads.map((th, index) => ({ index, label: th.textContent, draw: th.dataset.draw }))
      .filter((column) => column.draw);
  }

  // ---- How it looks

  const property = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const colourOf = (index) => property(`--chart-${index % colours + 1}`);
  const tint = (colour) => (/^#[0-9a-f]{6}$/i.test(colour) ? `${colour}40` : "transparent");

  function datasetsOf({ draw, index, label }, rows, nth, isStacked) {
    const colour = colourOf(nth);
    const values = (member) => rows.map((row) => row.cells[index][member]);
    const set = (more) => ({ label, column: index, borderColor: colour, backgroundColor: colour, ...more });
    const line = { type: "line", borderWidth: 2, borderDash: dashes[nth % colours],
      pointStyle: points[nth % colours], pointRadius: rows.length > 40 ? 0 : 4, pointHitRadius: 12, order: 0 };
    if (draw === "bar")
      return [set({ data: values("value"), maxBarThickness: 28, borderWidth: 1, order: 1,
        backgroundColor: nth === 0 || isStacked ? colour : tint(colour) })];
    if (draw === "band")
      return [set({ ...line, data: values("value"), backgroundColor: tint(colour), fill: "+1" }),
        set({ ...line, data: values("upper"), isUpper: true })];
    return [set({ ...line, data: values("value") })];
  }

  // A dashed line, and a triangle at its top, at each row in which something of `column` happened.
  const marksOf = (column, rows) => ({
    id: "marks",
    afterDatasetsDraw({ ctx, chartArea: { top, bottom }, scales: { x } }) {
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = property("--ink");
      ctx.setLineDash([3, 3]);
      rows.forEach((row, index) => {
        if (!row.cells[column.index].value) return;
        const at = x.getPixelForValue(index);
        ctx.beginPath();
        ctx.moveTo(at, top);
        ctx.lineTo(at, bottom);
        ctx.stroke();
        ctx.beginPath();
        ctx.moveTo(at - 6, top);
        ctx.lineTo(at + 6, top);
        ctx.lineTo(at, top + 9);
        ctx.fill();
      });
      ctx.restore();
    },
  });

  function unitFormat(unit) {
    if (unit === "percent") return { style: "percent", maximumFractionDigits: 1 };
    if (unit === "hours") return { style: "unit", unit: "hour", maximumFractionDigits: 1 };
    return { notation: "compact", maximumFractionDigits: 1 };
  }

  function scalesOf({ kind, unit, isStacked }) {
    const number = new Intl.NumberFormat(root.lang, unitFormat(unit));
    const lines = { color: property("--line"), borderColor: property("--line-strong") };
    const ink = property("--ink-soft");
    const values = { beginAtZero: unit !== "points", stacked: isStacked, grid: lines,
      ticks: { color: ink, precision: unit ? undefined : 0, maxTicksLimit: 7, callback: (value) => number.format(value) } };
    const names = { stacked: isStacked, grid: { ...lines, drawOnChartArea: false },
      ticks: { color: ink, maxRotation: 0, autoSkip: kind !== "rows", autoSkipPadding: 12 } };
    const side = isRtl ? "right" : "left";
    return kind === "rows"
      ? { x: { ...values, reverse: isRtl }, y: { ...names, position: side } }
      : { x: { ...names, reverse: isRtl }, y: { ...values, position: side } };
  }

  function configOf(chart) {
    const { rows, columns } = chart;
    const marks = columns.filter((column) => column.draw === "mark");
    const drawn = columns.filter((column) => column.draw !== "mark");
    const datasets = drawn.flatMap((column, nth) => datasetsOf(column, rows, nth, chart.isStacked));
    const direction = { rtl: isRtl, textDirection: root.dir || "ltr" };
    const marked = ({ dataIndex }) => marks.filter((mark) => rows[dataIndex].cells[mark.index].value)
      .map((mark) => `${mark.label}: ${rows[dataIndex].cells[mark.index].text}`);
    return {
      type: chart.kind === "line" ? "line" : "bar",
      data: { labels: rows.map((row) => row.tick), datasets },
      plugins: marks.map((mark) => marksOf(mark, rows)),
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: chart.kind === "rows" ? "y" : "x",
        interaction: { mode: "index", axis: chart.kind === "rows" ? "y" : "x", intersect: false },
        font: { family: getComputedStyle(document.body).fontFamily, size: 13 },
        scales: scalesOf(chart),
        plugins: {
          legend: { display: drawn.length > 1, ...direction, align: "start",
            labels: { color: property("--ink"), usePointStyle: true, boxWidth: 24,
              filter: ({ datasetIndex }) => !datasets[datasetIndex].isUpper } },
          tooltip: { ...direction, usePointStyle: true,
            filter: ({ dataset, raw }) => !dataset.isUpper && raw !== null,
            callbacks: {
              title: ([item]) => (item ? rows[item.dataIndex].label : ""),
              label: ({ dataset, dataIndex }) =>
                `${dataset.label}: ${rows[dataIndex].cells[dataset.column].text}`,
              afterBody: ([item]) => (item ? marked(item) : []),
            } },
        },
      },
    };
  }

  // ---- The table as a file

  // A cell that begins like a formula gets a ' in front, as in the server's own files.
  const csvCell = (text) => `"${(/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text).replaceAll("\"", "\"\"")}"`;

  function csvOf(table) {
    const heads = [...table.tHead.rows[0].cells].map((th) => th.textContent);
    const lines = [...table.tBodies[0].rows].map((tr) => [...tr.cells].map((cell) => {
      const { day, value, upper } = cell.dataset;
      if (cell.tagName === "TH") return day ?? labelOf(cell);
      if (value === undefined) return cell.textContent;
      return upper === undefined ? value : `${value}–${upper}`;
    }));
    return [heads, ...lines].map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";
  }

  function saveLink(table, name) {
    const link = Object.assign(document.createElement("a"),
      { textContent: page.dataset.csv, download: `${name}.csv`, href: "#" });
    link.addEventListener("click", () => {
      const url = URL.createObjectURL(new Blob([csvOf(table)], { type: "text/csv" }));
      link.href = url;
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
    return link;
  }

  // ---- Drawing

  function make(tag, css, ...children) {
    const element = document.createElement(tag);
    element.className = css;
    element.append(...children);
    return element;
  }

  function fold(region, table, heading) {
    const summary = make("summary", "", page.dataset.asTable);
    summary.append(make("span", "visually-hidden", ` (${heading.textContent})`));
    const details = make("details", "as-table");
    region.replaceWith(details);
    details.append(summary, region, make("p", "downloads", saveLink(table, heading.id)));
    return details;
  }

  function prepare(table) {
    const region = table.closest(".table");
    const heading = table.closest("section").querySelector("h2");
    const { chart: kind, unit } = table.dataset;
    const isStacked = "stacked" in table.dataset;
    const shown = [...table.tBodies[0].rows].slice(0, kind === "rows" ? mostBars : undefined);
    const rows = shown.map(rowOf);
    tellApart(rows);
    const canvas = make("canvas", "");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", page.dataset.chartOf.replace("{title}", heading.textContent));
    const frame = make("div", `chart ${kind}`, canvas);
    if (kind === "rows") frame.style.blockSize = `${rows.length * 2.25 + 4}rem`;
    const columns = columnsOf(table);
    const marks = columns.filter((column) => column.draw === "mark").map(({ label }) => `▼ ${label}`);
    fold(region, table, heading).before(frame, ...marks.map((text) => make("p", "hint", text)));
    return { canvas, kind, unit, isStacked, rows, columns };
  }

  const charts = [...page.querySelectorAll("table[data-chart]")].filter(hasPicture).map(prepare);

  function drawAll() {
    for (const chart of charts) {
      chart.drawn?.destroy();
      chart.drawn = new Chart(chart.canvas, configOf(chart));
    }
  }

  drawAll();
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
    matchMedia(query).addEventListener("change", drawAll);
})();
