package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/hearsay-engine/hearsay/internal/accounts"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

func newAccount() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "account",
		Short: "Who may sign in when the pages are served to other machines",
		Long: `account keeps who may sign in to the pages of an archive. Pages on this machine
only (serve without --addr) need no account; on any other address serve refuses
to start without one. A reader sees all; an editor adds and corrects too.`,
	}
	cmd.Args, cmd.RunE = oneOf("account")
	cmd.AddCommand(newAccountAdd(), newAccountRemove(), newAccountList(), newAccountToken())
	return cmd
}

func newAccountAdd() *cobra.Command {
	var archive archiveFlag
	var role string
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: "Add an account, or give one another role and password, which is asked for",
		Long: `add asks for the password, or reads it as the first line of standard input where
that is no terminal. What is kept of it is a hash that is slow to try (argon2id).`,
		Args: oneArg("account add", "the account's name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			n := accounts.Account{Name: args[0], Role: accounts.Role(role)}
			if !slices.Contains(accounts.Roles, n.Role) {
				return news.Errorf(news.Usage, role, "take reader or editor", "there is no such role")
			}
			if fault := accounts.CheckName(n.Name); fault != "" {
				return news.Errorf(news.Usage, n.Name, "take letters and digits", "this name cannot be an account's: %s", fault)
			}
			password, err := askPassword(cmd)
			if err != nil {
				return err
			}
			n.Hash = accounts.Hash(password)
			return withArchive(cmd, &archive, func(a *store.Archive) error {
				if err := a.SetAccount(cmd.Context(), n); err != nil {
					return err
				}
				_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s may sign in as %s\n", wire.Printable(n.Name), n.Role)
				return err
			})
		},
	}
	cmd.Flags().StringVar(&role, "role", string(accounts.Reader), "reader or editor")
	archive.register(cmd)
	return cmd
}

// askPassword reads a new password: twice from a person, once from a pipe.
func askPassword(cmd *cobra.Command) (string, error) {
	password, err := typedPassword(cmd)
	if err != nil {
		return "", err
	}
	if fault := accounts.CheckPassword(password); fault != "" {
		return "", news.Errorf(news.Usage, "the password", fmt.Sprintf("take %d characters or more, such as four words", accounts.LeastPassword), "it cannot be used: %s", fault)
	}
	return password, nil
}

func typedPassword(cmd *cobra.Command) (string, error) {
	f, ok := cmd.InOrStdin().(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(cmd.InOrStdin()).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	var typed [2]string
	for i, ask := range []string{"password: ", "once more: "} {
		fmt.Fprint(cmd.ErrOrStderr(), ask)
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(cmd.ErrOrStderr())
		if err != nil {
			return "", err
		}
		typed[i] = string(b)
	}
	if typed[0] != typed[1] {
		return "", news.Errorf(news.Usage, "the password", "type it again", "you typed two different ones")
	}
	return typed[0], nil
}

func newAccountRemove() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "remove NAME",
		Short: "Remove an account; who is signed in with it is signed out",
		Args:  oneArg("account remove", "the account's name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withArchive(cmd, &archive, func(a *store.Archive) error {
				if err := a.RemoveAccount(cmd.Context(), args[0]); err != nil {
					return err
				}
				_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s may not sign in any more\n", wire.Printable(args[0]))
				return err
			})
		},
	}
	archive.register(cmd)
	return cmd
}

func newAccountToken() *cobra.Command {
	var archive archiveFlag
	var label string
	var end bool
	cmd := &cobra.Command{
		Use:   "token NAME",
		Short: "Make a token for a program of an account, or end all of its tokens",
		Long: `token prints a token, once: only a hash of it is kept. A program sends it with
every request to /api/v1 or to a feed, as "Authorization: Bearer TOKEN", and may do
what the account may. Tokens end with --end, with a new password and with the
account.`,
		Args: oneArg("account token", "the account's name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withArchive(cmd, &archive, func(a *store.Archive) error {
				if end {
					n, err := a.EndTokens(cmd.Context(), args[0])
					if err == nil {
						fmt.Fprintf(cmd.OutOrStdout(), "%s of %s ended\n", wording.Count(n, "token"), wire.Printable(args[0]))
					}
					return err
				}
				token, hash := accounts.NewToken()
				if err := a.AddToken(cmd.Context(), args[0], label, hash); err != nil {
					return err
				}
				_, err := fmt.Fprintln(cmd.OutOrStdout(), token)
				return err
			})
		},
	}
	cmd.Flags().StringVar(&label, "for", "", "what the token is for, in your words")
	cmd.Flags().BoolVar(&end, "end", false, "end all tokens of the account")
	archive.register(cmd)
	return cmd
}

func newAccountList() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the accounts with their roles",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withArchive(cmd, &archive, func(a *store.Archive) error {
				all, err := a.Accounts(cmd.Context())
				if err == nil && len(all) == 0 {
					tellNone(cmd, "no account: hearsay account add NAME")
				}
				for _, n := range all {
					fmt.Fprintf(cmd.OutOrStdout(), "%-8s %s\n", n.Role, wire.Printable(n.Name))
				}
				return err
			})
		},
	}
	archive.register(cmd)
	return cmd
}

// withArchive opens the archive for what a command does with it.
func withArchive(cmd *cobra.Command, x *archiveFlag, do func(*store.Archive) error) (err error) {
	a, err := x.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	return do(a)
}
