package io.innkeeper.usage;

/**
 * What an upstream keeps of a call.
 *
 * @param model that answered; empty if not said
 * @param provider that served it; empty if not said
 * @param finish why the answer ended; empty if not said
 */
public record GenerationRecord(
    Charge charge, Tokens tokens, String model, String provider, String finish) {
  /** The call as it is known with this. */
  CallSettled completing(CallSettled call) {
    CallAnswer told = call.answer();
    CallAnswer answer =
        new CallAnswer(
            told.status(),
            told.generation(),
            model.isEmpty() ? told.model() : model,
            provider.isEmpty() ? told.provider() : provider,
            finish.isEmpty() ? told.finish() : finish,
            told.bytes());
    return new CallSettled(
        call.call(),
        call.payer(),
        call.request(),
        answer,
        call.times(),
        call.reserved(),
        tokens,
        call.charge(),
        call.unsettled());
  }
}
