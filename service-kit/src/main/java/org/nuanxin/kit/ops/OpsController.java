package org.nuanxin.kit.ops;

import java.util.List;
import org.nuanxin.kit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures that role OPS sees. */
@RestController
@RequestMapping("/api/v1/ops")
class OpsController {

  private final ServiceStatus status;

  OpsController(ServiceStatus status) {
    this.status = status;
  }

  @GetMapping("/status")
  Page<ServiceStatus.Row> status() {
    return new Page<>(List.of(status.now()), null);
  }
}
