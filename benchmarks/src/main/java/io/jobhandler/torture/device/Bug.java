package io.jobhandler.torture.device;

import io.jobhandler.agent.JobAgentBuilder;
import io.jobhandler.internal.journal.FileJournal;
import java.nio.file.Path;

/** A bug that is put in on purpose, to show that the torture finds it. */
public enum Bug {
  /** None. */
  NONE {
    @Override
    JobAgentBuilder journal(JobAgentBuilder agent, Path folder) {
      return agent.journalDirectory(folder);
    }
  },
  /** The journal says that an entry is stored, and writes it later. */
  JOURNAL_WRITTEN_LATER {
    @Override
    JobAgentBuilder journal(JobAgentBuilder agent, Path folder) {
      return agent.journal(new HastyJournal(new FileJournal(folder)));
    }
  },
  /** An outcome is forgotten before the service has accepted it. */
  OUTCOME_DROPPED {
    @Override
    JobAgentBuilder journal(JobAgentBuilder agent, Path folder) {
      return agent.journal(new ForgetfulJournal(new FileJournal(folder)));
    }
  };

  /** The system property that names the bug to the device. */
  public static final String PROPERTY = "torture.bug";

  /** Sets the agent's journal. */
  abstract JobAgentBuilder journal(JobAgentBuilder agent, Path folder);
}
