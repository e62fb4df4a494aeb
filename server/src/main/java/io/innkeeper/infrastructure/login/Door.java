package io.innkeeper.infrastructure.login;

/** Signs in once and out again, within fifteen seconds. */
interface Door {
  /**
   * Tries it: the password is sent once or not at all.
   *
   * @throws RuntimeException what {@link Visit.Sending} threw, and then it was not sent
   */
  Found knock(Visit visit) throws InterruptedException;
}
