package dev.baton.web.page;

import dev.baton.identity.Acting;
import dev.baton.notification.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** All news of a person, also what they have read: the first page shows only the newest few. */
@Controller
class NewsPages {

    private final Notices notices;

    NewsPages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/notices")
    String news(Model model) {
        var zone = Acting.current().zone();
        model.addAttribute("section", "home");
        model.addAttribute("most", Notices.SHOWN);
        var news = notices.mine().stream().map(notice -> News.of(notice, zone)).toList();
        model.addAttribute("unread", news.stream().filter(News::fresh).count());
        model.addAttribute("notices", news);
        return "notices";
    }

    @PostMapping("/notices/read")
    String read() {
        notices.readAll();
        return "redirect:/notices";
    }
}
