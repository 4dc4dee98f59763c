// Copies the text that a button names. Without it the text can be marked and copied by hand.
(() => {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const text = document.getElementById(button.dataset.copy);
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = button.dataset.done;
    });
  }
})();
