// Sets a picture's point of focus by a click on it; the two number fields do the same without script.

const crop = document.querySelector('[data-focus]');
const [x, y] = ['focusX', 'focusY'].map(id => document.getElementById(id));

if (crop && x && y) {
  crop.classList.add('live');
  crop.addEventListener('click', event => {
    const box = crop.querySelector('img').getBoundingClientRect();
    x.value = percent(event.clientX - box.left, box.width);
    y.value = percent(event.clientY - box.top, box.height);
    show();
  });
  for (const field of [x, y]) field.addEventListener('input', show);
}

function percent(part, whole) {
  return Math.min(100, Math.max(0, Math.round(part / whole * 100)));
}

function show() {
  const { width, height } = crop.querySelector('svg').viewBox.baseVal;
  for (const ring of crop.querySelectorAll('circle')) {
    ring.setAttribute('cx', width * x.value / 100);
    ring.setAttribute('cy', height * y.value / 100);
  }
  for (const picture of document.querySelectorAll('.crops img')) picture.style.objectPosition = `${x.value}% ${y.value}%`;
}
