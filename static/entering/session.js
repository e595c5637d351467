// Somebody was logged out while they typed: nothing is lost, as they can log in beside this page and then save here.

const WORDS = "You have been logged out. Nothing is lost: log in again in another tab, and then save here.";

export class Session {
  constructor(form) {
    this.form = form;
    this.note = document.createElement("p");
    this.note.className = "errornote";
    this.note.setAttribute("role", "alert");
    this.note.textContent = WORDS;
    form.addEventListener("submit", () => this.renew());
  }

  /** Takes over the token of the newest login: with the one from before it, the server would refuse the form. */
  renew() {
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
    if (token) this.form.elements.csrfmiddlewaretoken.value = token;
  }

  /** Whether the server's answer is the login page: then it says so, until the next answer. */
  isOver(response) {
    if (response.redirected) this.form.querySelector(".submit-row, .desk-acts")?.before(this.note);
    else this.note.remove();
    return response.redirected;
  }
}
