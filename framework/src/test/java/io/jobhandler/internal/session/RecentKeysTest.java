package io.jobhandler.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.TestJobs;
import org.junit.jupiter.api.Test;

class RecentKeysTest {

  @Test
  void forgetsTheOldest() {
    RecentKeys recent = new RecentKeys();
    for (int i = 1; i <= 65; i++) {
      recent.add(TestJobs.key("job-" + i));
    }

    assertThat(recent.contains(TestJobs.key("job-1"))).isFalse();
    assertThat(recent.contains(TestJobs.key("job-2"))).isTrue();
    assertThat(recent.contains(TestJobs.key("job-65"))).isTrue();
  }
}
