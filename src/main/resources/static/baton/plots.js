// Draws each plot from the table beside it, in the colours of the page; without script the table is there alone.
// Series differ by dash, mark and hatching, so that nobody needs the colours.

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4]];
const MARKS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot'];

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colours = () => [token('--accent'), token('--warn'), token('--ok'), token('--danger'), token('--ink-soft')];

// Four hatchings that stay apart in grey: strokes one way, the other, dots, and full.
function hatch(index, colour) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 10;
  const pen = tile.getContext('2d');
  pen.strokeStyle = pen.fillStyle = colour;
  pen.lineWidth = 1.5;
  pen.globalAlpha = 0.25;
  pen.fillRect(0, 0, 10, 10);
  pen.globalAlpha = 1;
  pen.beginPath();
  if (index % 4 === 0) {
    pen.moveTo(-1, 11);
    pen.lineTo(11, -1);
  } else if (index % 4 === 1) {
    pen.moveTo(-1, -1);
    pen.lineTo(11, 11);
  } else if (index % 4 === 2) {
    pen.arc(5, 5, 1.75, 0, 2 * Math.PI);
    pen.fill();
  } else {
    pen.fillRect(0, 0, 10, 10);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat');
}

// A cell whose number is written in the reader's way says beside it what it is.
function value(cell) {
  const text = cell.dataset.value ?? cell.textContent.trim();
  return text === '' ? null : Number(text);
}

function read(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => row.cells[0].textContent.trim()),
    mark: rows.findIndex((row) => row.dataset.mark),
    series: heads.map((label, i) => ({
      label,
      data: rows.map((row) => value(row.cells[i + 1])),
    })),
  };
}

function datasets(kind, read, figure) {
  const tones = colours();
  const bars = kind === 'bars';
  const sets = read.series
    .filter((series) => series.data.some((value) => value !== null))
    .map((series, i) => ({
      label: series.label,
      data: series.data,
      borderColor: tones[i % tones.length],
      borderWidth: bars ? 1 : 2,
      borderDash: bars ? [] : DASHES[i % DASHES.length],
      pointStyle: MARKS[i % MARKS.length],
      pointRadius: series.data.filter((value) => value !== null).length > 30 ? 0 : 4,
      spanGaps: false,
      backgroundColor: kind === 'lines' ? tones[i % tones.length] : hatch(i, tones[i % tones.length]),
      fill: kind === 'areas' ? 'origin' : false,
    }));
  if (figure.dataset.total) {
    const all = Number(figure.dataset.total);
    sets.push({ label: figure.dataset.totalLabel, data: read.labels.map(() => all), borderColor: token('--ink-soft'),
      borderWidth: 2, borderDash: [1, 3], pointStyle: 'line', pointRadius: 0, backgroundColor: token('--ink-soft') });
  }
  return sets;
}

// Words in lines of at most so many characters; a chart cuts off what is longer than its margin.
function inLines(text, longest) {
  const lines = [''];
  text.split(' ').forEach((word) => {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > longest) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  });
  return lines;
}

// A line down through the row that is marked in the table, with its word.
const marked = (row, word) => ({
  id: 'marked',
  afterDatasetsDraw(chart) {
    if (row < 0) {
      return;
    }
    const x = chart.scales.x.getPixelForValue(row);
    const { top, bottom, left, right } = chart.chartArea;
    const pen = chart.ctx;
    pen.save();
    pen.strokeStyle = pen.fillStyle = token('--ink');
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(x, top);
    pen.lineTo(x, bottom);
    pen.stroke();
    pen.font = `14px ${token('--sans')}`;
    pen.textAlign = x > (left + right) / 2 ? 'right' : 'left';
    // Above the plot, where no series runs.
    pen.textBaseline = 'bottom';
    pen.fillText(word, x, top - 4);
    pen.restore();
  },
});

function draw(figure) {
  const kind = figure.dataset.plot;
  const table = read(figure.querySelector('table'));
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const bars = kind === 'bars';
  const axis = { grid: { color: token('--line') }, border: { color: token('--line-strong') }, ticks: { color: token('--ink-soft') } };
  const numbers = { ...axis, beginAtZero: true, stacked: bars,
    min: figure.dataset.low && Number(figure.dataset.low), max: figure.dataset.high && Number(figure.dataset.high),
    ticks: { ...axis.ticks, precision: 0 } };
  const names = { ...axis, stacked: bars, grid: { display: false }, ticks: { ...axis.ticks, maxRotation: 0, autoSkip: !bars } };
  if (bars) names.ticks.callback = function lines(index) { return inLines(this.getLabelForValue(index), figure.clientWidth < 600 ? 16 : 40); };
  figure.drawn?.destroy();
  figure.drawn = new Chart(figure.querySelector('canvas'), {
    type: bars ? 'bar' : 'line',
    data: { labels: table.labels, datasets: datasets(kind, table, figure) },
    plugins: [marked(table.mark, figure.dataset.markLabel)],
    options: {
      layout: { padding: { top: table.mark < 0 ? 0 : 22 } },
      animation: still ? false : { duration: 200 },
      maintainAspectRatio: false,
      indexAxis: bars ? 'y' : 'x',
      font: { family: token('--sans') },
      interaction: { mode: 'index', intersect: false, axis: bars ? 'y' : 'x' },
      scales: bars ? { x: numbers, y: names } : { x: names, y: numbers },
      plugins: { legend: { position: 'bottom', labels: { color: token('--ink'), usePointStyle: !bars, boxWidth: bars ? 22 : 8 } } },
    },
  });
}

const plots = [...document.querySelectorAll('[data-plot]')];
if (window.Chart) {
  Chart.defaults.font.family = token('--sans');
  Chart.defaults.font.size = 13;
  plots.forEach((figure) => {
    figure.querySelector('.plot-area').hidden = false;
    figure.querySelector('details').open = false;
    draw(figure);
  });
  const again = () => plots.forEach(draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  addEventListener('beforeprint', again);
  addEventListener('afterprint', again);
}
